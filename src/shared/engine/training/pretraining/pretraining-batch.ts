import type { PretrainingConfig } from '../../../domain/train-config.ts';
import { randomUniform, streamKey } from '../../model/counter-random.ts';
import type { UnlabelledWindows } from '../train-data.ts';

/** Bars that are hidden together: a single one could be told from its neighbours. */
const RUN = 5;
const HIDDEN_SHARE = 0.25;

/** Some windows, B of them, and what is asked of the network. */
export interface PretrainingBatch {
  readonly size: number;
  readonly length: number;
  readonly inputs: number;
  /** [B,T,D], as far as the network may see them. */
  readonly features: Float32Array;
  /** The output that is judged. */
  readonly output: 'emissions' | 'logits';
  /** Of that output's size: what it should be, and what each element counts, 1 in sum. */
  readonly targets: Float32Array;
  readonly shares: Float32Array;
}

/** `key`: of the stream that hides bars. */
export function pretrainingBatch(kind: PretrainingConfig['kind'], windows: UnlabelledWindows, indices: Int32Array, key: number): PretrainingBatch {
  const { length, inputs } = windows;
  const targets = gather(windows.features, indices, length * inputs);
  const shape = { size: indices.length, length, inputs };
  if (kind === 'masked') return { ...shape, output: 'emissions', targets, ...hideBars(targets, indices, windows, key) };
  const next = gather(windows.next!, indices, 2 * inputs);
  return { ...shape, output: 'logits', features: targets, targets: next, shares: new Float32Array(next.length).fill(1 / next.length) };
}

/** The features without the hidden bars, and equal shares of these. */
function hideBars(features: Float32Array, indices: Int32Array, { length, inputs }: UnlabelledWindows, key: number): Pick<PretrainingBatch, 'features' | 'shares'> {
  const seen = features.slice();
  const shares = new Float32Array(features.length);
  let hidden = 0;
  indices.forEach((window, n) => {
    for (const t of hiddenBars(length, streamKey(key, window))) {
      const row = (n * length + t) * inputs;
      seen.fill(0, row, row + inputs);
      shares.fill(1, row, row + inputs);
      hidden += inputs;
    }
  });
  return { features: seen, shares: hidden === 0 ? shares : shares.map((share) => share / hidden) };
}

/** Runs of five bars from a random beginning, each hidden with a chance of a quarter; at least one. */
export function hiddenBars(length: number, key: number): readonly number[] {
  const offset = Math.floor(randomUniform(key, 0) * RUN);
  const runs = Math.ceil((length + offset) / RUN);
  const sure = Math.floor(randomUniform(key, 1) * runs);
  const isHidden = (run: number): boolean => run === sure || randomUniform(key, run + 2) < HIDDEN_SHARE;
  return Array.from({ length }, (_, t) => t).filter((t) => isHidden(Math.floor((t + offset) / RUN)));
}

/** Rows of `width` values. */
function gather(values: Float32Array, indices: Int32Array, width: number): Float32Array {
  const rows = new Float32Array(indices.length * width);
  indices.forEach((index, n) => rows.set(values.subarray(index * width, (index + 1) * width), n * width));
  return rows;
}
