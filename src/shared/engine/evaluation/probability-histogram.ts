import { HISTOGRAM_BINS, type ProbabilityHistogram } from '../../domain/epoch-view.ts';

/** probability, target: [n], target above 0.5 in a span. NaN is counted nowhere. */
export function probabilityHistogram(probability: Float32Array, target: Float32Array | Uint8Array): ProbabilityHistogram {
  const inSpan = new Array<number>(HISTOGRAM_BINS).fill(0);
  const outSpan = new Array<number>(HISTOGRAM_BINS).fill(0);
  for (let i = 0; i < probability.length; i++) {
    const bin = Math.min(HISTOGRAM_BINS - 1, Math.floor(probability[i] * HISTOGRAM_BINS));
    if (bin >= 0) (target[i] > 0.5 ? inSpan : outSpan)[bin]++;
  }
  return { inSpan, outSpan };
}
