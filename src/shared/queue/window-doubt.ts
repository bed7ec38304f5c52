/** Mean entropy of a window's bars in bits: 0 where the run is sure of every bar, 1 where each might as well be the other. probability: [T] */
export function meanEntropy(probability: Float32Array): number {
  let sum = 0;
  for (const p of probability) sum += bits(p) + bits(1 - p);
  return probability.length === 0 ? 0 : sum / probability.length;
}

const bits = (p: number): number => (p <= 0 ? 0 : -p * Math.log2(p));

/** Mean distance of the probability from 1 within the labels and from 0 outside of them. probability: [T]; labels: first and last bar. */
export function labelDistance(probability: Float32Array, labels: readonly { readonly start: number; readonly end: number }[]): number {
  const inside = new Uint8Array(probability.length);
  for (const { start, end } of labels) inside.fill(1, Math.max(0, start), end + 1);
  const sum = probability.reduce((total, p, t) => total + Math.abs(p - inside[t]), 0);
  return probability.length === 0 ? 0 : sum / probability.length;
}
