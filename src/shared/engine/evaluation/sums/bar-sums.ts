import { countBars, scoreCounts } from '../bar-scores.ts';
import { mean, type WindowSums } from './window-sums.ts';

type BarFigure = 'precision' | 'recall' | 'f1';
const NAMES: readonly BarFigure[] = ['precision', 'recall', 'f1'];

/** Bars of N windows of `length` bars. probability, target: [N,T] */
export interface Bars {
  readonly length: number;
  readonly probability: Float32Array;
  readonly target: Float32Array | Uint8Array;
}

/** Micro scores at a threshold. */
export function barSums(bars: Bars, threshold: number): WindowSums<BarFigure> {
  const rows = new Float64Array((bars.target.length / bars.length) * 3);
  eachWindow(bars, (n, probability, target) => {
    const { truePositives, falsePositives, falseNegatives } = countBars(probability, target, threshold);
    rows.set([truePositives, falsePositives, falseNegatives], n * 3);
  });
  const figuresOf = (sums: ArrayLike<number>) => {
    const { precision, recall, f1 } = scoreCounts({ truePositives: sums[0], falsePositives: sums[1], falseNegatives: sums[2] });
    return [precision, recall, f1];
  };
  return { names: NAMES, width: 3, rows, figuresOf };
}

/**
 * Means of per-window scores at a threshold. A window in which neither a label nor a prediction holds a bar has none and is
 * left out; where every window holds a span, as in the published study, that leaves out none.
 */
export function perWindowSums(bars: Bars, threshold: number): WindowSums<BarFigure> {
  const rows = new Float64Array((bars.target.length / bars.length) * 4);
  eachWindow(bars, (n, probability, target) => {
    const counts = countBars(probability, target, threshold);
    if (counts.truePositives + counts.falsePositives + counts.falseNegatives === 0) return;
    const { precision, recall, f1 } = scoreCounts(counts);
    rows.set([1, precision, recall, f1], n * 4);
  });
  // As of the micro scores: what is undefined is 0.
  return { names: NAMES, width: 4, rows, figuresOf: (sums) => [1, 2, 3].map((k) => mean(sums[k], sums[0]) || 0) };
}

export function eachWindow({ length, probability, target }: Bars, visit: (n: number, probability: Float32Array, target: Float32Array | Uint8Array) => void): void {
  for (let n = 0; n * length < target.length; n++) {
    visit(n, probability.subarray(n * length, (n + 1) * length), target.subarray(n * length, (n + 1) * length));
  }
}
