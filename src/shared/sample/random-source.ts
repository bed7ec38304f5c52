/** A seeded stream of numbers. The same seed gives the same stream on every machine. */
export interface RandomSource {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Normal with mean 0 and deviation 1. */
  normal(): number;
  /** Exponential with the given mean, rounded up to a whole number of at least 1. */
  duration(mean: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
}

/** xoshiro128** (Blackman and Vigna, 2018), seeded by splitmix32. */
export function makeRandomSource(seed: number): RandomSource {
  const uniform = makeUniform(seed);
  let spare = Number.NaN;
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    // Box-Muller; 1 - u keeps the logarithm finite.
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return {
    uniform,
    normal,
    duration: (mean) => Math.max(1, Math.ceil(-mean * Math.log(1 - uniform()))),
    chance: (probability) => uniform() < probability,
  };
}

function makeUniform(seed: number): () => number {
  const next = makeSplitMix(seed);
  let a = next();
  let b = next();
  let c = next();
  let d = next();
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 4_294_967_296;
  };
}

function makeSplitMix(seed: number): () => number {
  let state = Math.trunc(seed) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}
