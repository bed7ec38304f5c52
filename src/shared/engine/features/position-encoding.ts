/**
 * position_encoding = t / (length - 1) of timestep t, in [0, 1]; 0 in a window of one bar.
 * The only feature that depends on where a window was cut. Source: moola, relativity.py.
 */
export function positionEncoding(t: number, length: number): number {
  return length === 1 ? 0 : t / (length - 1);
}
