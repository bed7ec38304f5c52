/**
 * Begins the work on each item while the results of up to `ahead` items before it are still to come, and hands over the
 * results in order. Throws what the first failing work throws; no work that was begun is left alone.
 */
export async function* beginAhead<Item, Result>(items: Iterable<Item>, ahead: number, begin: (item: Item) => Promise<Result>): AsyncGenerator<Result, void, undefined> {
  const begun: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const result = begin(item);
      // Its failure is heard when its turn comes; until then it is nobody's.
      result.catch(() => undefined);
      begun.push(result);
      if (begun.length > ahead) yield await begun.shift()!;
    }
    while (begun.length > 0) yield await begun.shift()!;
  } finally {
    await Promise.allSettled(begun);
  }
}
