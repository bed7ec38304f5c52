import type { NamedArrays } from '../../../../../src/shared/engine/safetensors/tensor-data.ts';
import type { BilstmShape } from '../../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';

const directions = ['', '_reverse'];
const weightNames = directions.flatMap((end) => ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'].map((w) => `${w}_l0${end}`));

export interface LstmGolden {
  readonly shape: BilstmShape;
  readonly x: Float64Array;
  readonly weights: readonly Float64Array[];
  /** dLoss/d output and dLoss/d last cells of the golden's loss */
  readonly dOutput: Float64Array;
  readonly dLastCells: Float64Array;
  /** By name: output, lastCells, x, weights in order; each in float64 and PyTorch's own float32. */
  readonly expected: readonly { readonly name: string; readonly f64: Float64Array; readonly f32: Float64Array }[];
}

/** A case as PyTorch computes it in float64 and in float32. */
export function lstmGoldenOf(f64: NamedArrays, f32: NamedArrays): LstmGolden {
  const get = (key: string) => Float64Array.from(f64.get(key)!.data as Float64Array);
  const [batch, steps, inputs] = f64.get('x')!.shape as [number, number, number];
  const units = f64.get('weight.weight_hh_l0')!.shape[1]!;
  const shape = { batch, steps, inputs, units };
  const keys = ['out', 'c_n', 'grad.x', ...weightNames.map((w) => `grad.${w}`)];
  return {
    shape,
    x: get('x'),
    weights: weightNames.map((w) => get(`weight.${w}`)),
    dOutput: outputGradient(shape, get('out'), get('w_out'), get('w_hn')),
    dLastCells: get('w_cn'),
    expected: keys.map((key) => ({ name: key, f64: get(key), f32: Float64Array.from(f32.get(key)!.data as Float32Array) })),
  };
}

/** Loss = sum(w_out out) + sum(w_hn h_n) + 0.5 mean(out^2) + ...; h_n are the outputs at each direction's last step. */
function outputGradient({ batch, steps, units }: BilstmShape, out: Float64Array, wOut: Float64Array, wHn: Float64Array) {
  const dOutput = wOut.map((w, i) => w + out[i]! / out.length);
  for (let b = 0; b < batch; b++) {
    for (let unit = 0; unit < units; unit++) {
      dOutput[(b * steps + steps - 1) * 2 * units + unit]! += wHn[b * units + unit]!;
      dOutput[b * steps * 2 * units + units + unit]! += wHn[(batch + b) * units + unit]!;
    }
  }
  return dOutput;
}

export function maxDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`lengths differ: ${a.length} and ${b.length}`);
  let max = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    // Not Math.max, which a comparison with NaN would slip through.
    if (!(difference <= max)) max = difference;
  }
  return max;
}

/** The tolerance of a float32 implementation as the goldens' README states it. */
export function float32Tolerance({ f64, f32 }: LstmGolden['expected'][number]): number {
  return 4 * maxDifference(f64, f32) + 1e-6;
}
