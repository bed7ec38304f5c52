/** With fewer windows a shard's matrix products would be too thin to be worth a thread. */
const LEAST_WINDOWS = 8;

/** Windows first ... last - 1. */
export interface Shard {
  readonly first: number;
  readonly last: number;
}

/** Each direction is a job of its own, so that the windows are divided only from the fourth thread on. */
export function shardCount(batch: number, threads: number): number {
  return Math.max(1, Math.min(Math.floor(threads / 2), Math.floor(batch / LEAST_WINDOWS)));
}

/** Divides windows 0 ... batch - 1 as evenly as they can be. */
export function shardsOf(batch: number, count: number): readonly Shard[] {
  const edge = (i: number): number => Math.floor((i * batch) / count);
  return Array.from({ length: count }, (_, i) => ({ first: edge(i), last: edge(i + 1) }));
}

/** Elementwise sum in the arrays' order, into the first of them. */
export function sumInto([first, ...others]: readonly Float32Array[]): Float32Array {
  for (const other of others) {
    for (let i = 0; i < first!.length; i++) first![i]! += other[i]!;
  }
  return first!;
}
