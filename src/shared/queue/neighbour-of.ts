/**
 * The nearest of `wanted` after or before an item of the list, wrapping around once, the item itself last; from the beginning
 * (the end) where `from` is null. null: none is wanted.
 */
export function neighbourOf<Item>(list: readonly Item[], wanted: ReadonlySet<Item>, from: Item | null, direction: 'next' | 'previous'): Item | null {
  const along = direction === 'next' ? list : list.toReversed();
  const start = from === null ? 0 : along.indexOf(from) + 1;
  return [...along.slice(start), ...along.slice(0, start)].find((item) => wanted.has(item)) ?? null;
}
