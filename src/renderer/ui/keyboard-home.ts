import type { MouseEvent } from 'react';

/**
 * After a click with the mouse the focus goes back to where keys are at home (marked `data-keyboard-home`), so that the next
 * Space or Enter is meant for the bars and not for the button. A click by key leaves the focus where it is.
 */
export function goHomeAfterMouse(event: MouseEvent<HTMLElement>): void {
  const byMouse = event.detail > 0;
  if (byMouse && document.activeElement === event.currentTarget) focusKeyboardHome();
}

export function focusKeyboardHome(): void {
  document.querySelector<HTMLElement>('[data-keyboard-home]')?.focus({ preventScroll: true });
}
