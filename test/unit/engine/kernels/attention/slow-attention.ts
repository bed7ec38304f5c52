import type { AttentionShape } from '../../../../../src/shared/engine/kernels/attention/attention-workspace.ts';

type Floats = ArrayLike<number>;

/** Scaled dot-product attention as loops in float64, and its gradients by query, key and value for the slopes of the output. */
export function slowAttention({ batch, steps, channels, heads }: AttentionShape, query: Floats, key: Floats, value: Floats, slopes: Floats): readonly Float64Array[] {
  const [output, dQuery, dKey, dValue] = Array.from({ length: 4 }, () => new Float64Array(batch * steps * channels));
  const width = channels / heads;
  const scale = 1 / Math.sqrt(width);
  for (let b = 0; b < batch; b++) {
    for (let h = 0; h < heads; h++) {
      const at = (t: number, c: number): number => (b * steps + t) * channels + h * width + c;
      const sum = (count: number, of: (i: number) => number): number => Array.from({ length: count }, (_, i) => of(i)).reduce((total, term) => total + term, 0);
      for (let t = 0; t < steps; t++) {
        const scores = Array.from({ length: steps }, (_, s) => scale * sum(width, (c) => query[at(t, c)]! * key[at(s, c)]!));
        const top = Math.max(...scores);
        const powers = scores.map((score) => Math.exp(score - top));
        const total = powers.reduce((all, power) => all + power, 0);
        const weights = powers.map((power) => power / total);
        const byWeight = weights.map((_, s) => sum(width, (c) => slopes[at(t, c)]! * value[at(s, c)]!));
        const mean = sum(steps, (s) => weights[s]! * byWeight[s]!);
        for (let s = 0; s < steps; s++) {
          const byScore = scale * weights[s]! * (byWeight[s]! - mean);
          for (let c = 0; c < width; c++) {
            output![at(t, c)]! += weights[s]! * value[at(s, c)]!;
            dValue![at(s, c)]! += weights[s]! * slopes[at(t, c)]!;
            dQuery![at(t, c)]! += byScore * key[at(s, c)]!;
            dKey![at(s, c)]! += byScore * query[at(t, c)]!;
          }
        }
      }
    }
  }
  return [output!, dQuery!, dKey!, dValue!];
}
