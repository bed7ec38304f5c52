/** In bars: an edge that may be further off is no edge. */
const MOST_UNCERTAIN = 50;

/** The nearest whole number of bars by which an edge may be said to be uncertain. */
export function uncertaintyWithin(bars: number): number {
  return Math.max(0, Math.min(MOST_UNCERTAIN, Math.round(bars)));
}
