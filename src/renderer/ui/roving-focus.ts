import type { KeyboardEvent } from 'react';

/** For each row of a list of which Tab reaches one only: the arrows go to its neighbours by `data-row`, as far as they are drawn. */
export function moveFocusByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const { parentElement, dataset } = event.currentTarget;
  parentElement?.querySelector<HTMLElement>(`[data-row="${Number(dataset.row) + step}"]`)?.focus();
}
