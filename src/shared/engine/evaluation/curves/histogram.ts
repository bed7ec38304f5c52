import type { ProbabilityHistogram } from '../../../domain/evaluation.ts';

const BINS = 40;

/** Counts of labelled bars and of all others by probability, in equal bins from 0 to 1. probability, target: [n] */
export function probabilityHistogram(probability: Float32Array, target: Uint8Array): ProbabilityHistogram {
  const inside = new Array<number>(BINS).fill(0);
  const outside = new Array<number>(BINS).fill(0);
  for (let i = 0; i < target.length; i++) {
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor(probability[i] * BINS)));
    (target[i] > 0.5 ? inside : outside)[bin]++;
  }
  return { inside, outside };
}
