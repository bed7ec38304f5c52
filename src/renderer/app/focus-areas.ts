/** Areas mark themselves with `data-area`; F6 walks through them in document order. */
export function moveToArea(direction: 'next' | 'previous'): void {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter((area) => area.offsetParent !== null);
  if (areas.length === 0) return;
  const current = areas.findIndex((area) => area.contains(document.activeElement));
  const step = direction === 'next' ? 1 : -1;
  const from = current < 0 && direction === 'previous' ? 0 : current;
  focusInside(areas[(from + step + areas.length) % areas.length]);
}

const FOCUSABLE = 'button:not(:disabled), [href], input:not(:disabled), textarea, [tabindex="0"]';

function focusInside(area: HTMLElement): void {
  const target = area.tabIndex >= 0 ? area : area.querySelector<HTMLElement>(FOCUSABLE);
  target?.focus();
}
