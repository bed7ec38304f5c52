/** The value after `current`, the first after the last. */
export function nextInCycle<T>(values: readonly T[], current: T): T {
  return values[(values.indexOf(current) + 1) % values.length];
}

/** The neighbour of `current` in a list, around its ends; without `current`, the first or the last. undefined: the list is empty. */
export function neighbour<T>(values: readonly T[], current: T | undefined, direction: 'next' | 'previous'): T | undefined {
  if (values.length === 0) return undefined;
  const at = current === undefined ? -1 : values.indexOf(current);
  if (at < 0) return direction === 'next' ? values[0] : values[values.length - 1];
  return values[(at + (direction === 'next' ? 1 : -1) + values.length) % values.length];
}
