import { randomBits } from './counter-random.ts';

const LANES = 2 ** 16;

/**
 * What dropout multiplies with: 0 with the given probability, else 1/(1 - probability). [size], from the stream `key`.
 * One hash decides two elements by 16 bits each; the factor is the reciprocal of the share that is really kept, so that
 * the expectation is exactly 1 although the probability is rounded to 1/65536.
 */
export function dropoutMask(key: number, size: number, probability: number): Float32Array {
  const dropped = Math.round(probability * LANES);
  const factor = Math.fround(LANES / (LANES - dropped));
  const mask = new Float32Array(size);
  for (let i = 0; i < size; i += 2) {
    const bits = randomBits(key, i);
    // The sign bit of (dropped - 1 - lane) says whether it is kept: a branch on random bits would be mispredicted.
    mask[i] = factor * ((dropped - 1 - (bits & 0xffff)) >>> 31);
    // Past the end of an odd size this writes nothing.
    mask[i + 1] = factor * ((dropped - 1 - (bits >>> 16)) >>> 31);
  }
  return mask;
}
