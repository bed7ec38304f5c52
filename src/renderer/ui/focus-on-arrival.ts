/** As `ref` of what is most likely wanted next on a screen that follows by itself: it takes the focus if nothing else has it. */
export function focusOnArrival(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
}
