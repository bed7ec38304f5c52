import type { Floats } from '../bilstm/plain-forward.ts';
import type { LayerArrays } from '../network/network-task.ts';
import { plainLinear, plainLinearGradient } from '../network/plain-layers.ts';
import { dilationOf, type DilatedSizes } from './dilated-sizes.ts';

/** What each block read, before it was rectified, and at last what the last one left. [L + 1], each [B, T, C] */
type PlainDilatedPass = readonly Floats[];

/** The encoder as plain loops in float64: the oracle of the kernels. weights: as DILATED weights travel. -> [B, T, C] and what its gradient reads */
export function plainDilated(sizes: DilatedSizes, x: Floats, weights: readonly Floats[]): { readonly output: Floats; readonly pass: PlainDilatedPass } {
  const pass: Floats[] = [plainLinear(x, layerAt(weights, 0))];
  for (let block = 0; block < sizes.blocks; block++) {
    const before = pass[block]!;
    const after = Float64Array.from(before);
    const { weight, bias } = layerAt(weights, block + 1);
    forEachProduct(sizes, block, (to, from, at) => (after[to]! += weight[at]! * Math.max(0, before[from]!)));
    pass.push(after.map((value, i) => value + bias[i % sizes.channels]!));
  }
  return { output: pass.at(-1)!.map((value) => Math.max(0, value)) as Floats, pass };
}

/** Gradients of the weights, in their order. */
export function plainDilatedGradient(sizes: DilatedSizes, x: Floats, weights: readonly Floats[], pass: PlainDilatedPass, dOutput: Floats): readonly Floats[] {
  const gradients = weights.map((values) => new Float64Array(values.length));
  const last = pass.at(-1)!;
  let slopes = Float64Array.from(dOutput, (slope, i) => (last[i]! > 0 ? slope : 0));
  for (let block = sizes.blocks - 1; block >= 0; block--) {
    const before = pass[block]!;
    const { weight } = layerAt(weights, block + 1);
    const [dWeight, dBias] = gradients.slice(2 * block + 2);
    const dRectified = new Float64Array(before.length);
    forEachProduct(sizes, block, (to, from, at) => {
      dWeight![at]! += slopes[to]! * Math.max(0, before[from]!);
      dRectified[from]! += slopes[to]! * weight[at]!;
    });
    slopes.forEach((slope, i) => (dBias![i % sizes.channels]! += slope));
    slopes = slopes.map((slope, i) => slope + (before[i]! > 0 ? dRectified[i]! : 0));
  }
  plainLinearGradient(x, slopes, layerAt(weights, 0), layerAt(gradients, 0));
  return gradients;
}

function layerAt<Values extends Floats>(weights: readonly Values[], index: number): LayerArrays {
  const [weight, bias] = weights.slice(2 * index);
  return { weight, bias } as unknown as LayerArrays;
}

/** Places of every product of the block's convolution: y[to] += w[at] x[from], w [C, C, K]. */
function forEachProduct({ batch, steps, channels, kernel }: DilatedSizes, block: number, each: (to: number, from: number, at: number) => void): void {
  for (let row = 0; row < batch * steps; row++) {
    for (let j = 0; j < kernel; j++) {
      const step = (row % steps) + (j - (kernel - 1) / 2) * dilationOf(block);
      if (step < 0 || step >= steps) continue;
      const fromRow = row - (row % steps) + step;
      for (let o = 0; o < channels; o++) {
        for (let i = 0; i < channels; i++) each(row * channels + o, fromRow * channels + i, (o * channels + i) * kernel + j);
      }
    }
  }
}
