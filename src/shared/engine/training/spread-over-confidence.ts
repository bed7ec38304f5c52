/** Mean over the window's spans; null without one. */
export function meanConfidence({ spans }: { readonly spans: readonly { readonly confidence: number }[] }): number | null {
  return spans.length === 0 ? null : spans.reduce((sum, { confidence }) => sum + confidence, 0) / spans.length;
}

/**
 * Places of up to `count` windows, in order, besides those in `without`: one that holds no span, where there is one, and
 * others evenly from the least to the most confident label, so that each kind of window is seen. `confidences`: mean of each
 * window's labels, null without one. The same windows give the same places.
 */
export function spreadOverConfidence(confidences: readonly (number | null)[], count: number, without: readonly number[] = []): readonly number[] {
  const free = confidences.map((_, place) => place).filter((place) => !without.includes(place));
  const isEmpty = (place: number): boolean => confidences[place] === null;
  const labelled = free.filter((place) => !isEmpty(place)).sort((a, b) => confidences[a]! - confidences[b]! || a - b);
  const empty = free.filter(isEmpty);
  const emptyCount = Math.min(empty.length, Math.max(count >= 2 ? 1 : 0, count - labelled.length));
  return [...evenly(labelled, count - emptyCount), ...evenly(empty, emptyCount)].sort((a, b) => a - b);
}

/** Up to `count` items, the first and the last among them. */
function evenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (count <= 0) return [];
  if (items.length <= count) return items;
  if (count === 1) return [items[Math.floor(items.length / 2)]];
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))]);
}
