const SLOWEST = 2;
const FASTEST = 30;
const PER_PIXEL = 0.25;

/** CSS pixels a frame by which the bars move while a drag has left the pane: the farther out, the faster; 0 inside. */
export function edgeScrollSpeed(x: number, width: number): number {
  const outside = x < 0 ? x : Math.max(0, x - width);
  if (outside === 0) return 0;
  const speed = Math.min(FASTEST, SLOWEST + Math.abs(outside) * PER_PIXEL);
  return Math.sign(outside) * speed;
}
