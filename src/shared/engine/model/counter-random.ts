/**
 * Random numbers by counter: the i-th number of a stream is a hash of (key, i), so that any part of a stream can be made
 * again without a state, and resuming a training needs nothing but its seed and its step.
 * Mixing: two rounds of xorshift-multiply with the constants of C. Wellons, "Prospecting for hash functions" (lowbias32).
 */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** The key of the stream that these numbers name, for example (seed, purpose, step). */
export function streamKey(...parts: readonly number[]): number {
  return parts.reduce((key, part) => mix32(Math.imul(key, 0x9e3779b1) + mix32(part + 0x6a09e667)), 0x243f6a88);
}

/** 32 random bits: the counter runs through a Weyl sequence from the key, and each of its values is mixed. */
export const randomBits = (key: number, index: number): number => mix32(key + Math.imul(index, 0x9e3779b1));

/** Uniform in [0, 1). */
export const randomUniform = (key: number, index: number): number => randomBits(key, index) / 2 ** 32;

/** 0 ... count - 1 in random order (Fisher and Yates). */
export function randomOrder(key: number, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const chosen = Math.floor(randomUniform(key, last) * (last + 1));
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
}
