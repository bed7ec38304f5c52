/** Work without a break for so long; then messages get their turn. Milliseconds. */
const PATIENCE = 20;

/** A function that now and then waits until waiting messages were handled, so that a cancel can arrive. */
export function makePause(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < PATIENCE) return;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  };
}
