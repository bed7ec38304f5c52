/** Areas mark themselves with `data-area`; F6 walks through them in document order. */
export function moveToArea(direction: 'next' | 'previous'): void {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter((area) => area.offsetParent !== null && targetIn(area) !== null);
  if (areas.length === 0) return;
  const current = areas.findIndex((area) => area.contains(document.activeElement));
  const step = direction === 'next' ? 1 : -1;
  const from = current < 0 && direction === 'previous' ? 0 : current;
  targetIn(areas[(from + step + areas.length) % areas.length])?.focus();
}

const FOCUSABLE = 'button:not(:disabled, [tabindex="-1"]), [href], input:not(:disabled, [tabindex="-1"]), textarea, [tabindex="0"]';

/** null: an area without anything to do, such as an empty list. */
function targetIn(area: HTMLElement): HTMLElement | null {
  return area.tabIndex >= 0 ? area : area.querySelector<HTMLElement>(FOCUSABLE);
}
