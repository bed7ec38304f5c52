export interface WindowMeans {
  /** Mean probability of the bars in a span; null where the window has none. */
  readonly inside: number | null;
  readonly outside: number | null;
}

type Bounds = readonly { readonly start: number; readonly end: number }[];

/** probability: [T]; spans: first and last bar, included. */
export function windowMeans(probability: Float32Array, spans: Bounds): WindowMeans {
  const isInside = (bar: number): boolean => spans.some(({ start, end }) => bar >= start && bar <= end);
  return { inside: mean(probability.filter((_, bar) => isInside(bar))), outside: mean(probability.filter((_, bar) => !isInside(bar))) };
}

const mean = (values: Float32Array): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);
