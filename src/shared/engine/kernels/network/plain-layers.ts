import type { Floats } from '../bilstm/plain-forward.ts';
import type { LayerArrays } from './network-task.ts';

/** x W' + b for every row of x: [N, I] -> [N, O]. */
export function plainLinear(x: Floats, { weight, bias }: LayerArrays): Float64Array {
  const outputs = bias.length;
  const inputs = weight.length / outputs;
  const rows = x.length / inputs;
  return Float64Array.from({ length: rows * outputs }, (_, i) => {
    const [row, o] = [Math.floor(i / outputs), i % outputs];
    let sum: number = bias[o]!;
    for (let k = 0; k < inputs; k++) sum += x[row * inputs + k]! * weight[o * inputs + k]!;
    return sum;
  });
}

/** Writes the layer's gradients and returns dLoss/dx. */
export function plainLinearGradient(x: Floats, dOutput: Floats, { weight, bias }: LayerArrays, gradient: LayerArrays): Float64Array {
  const outputs = bias.length;
  const inputs = weight.length / outputs;
  const dx = new Float64Array(x.length);
  const dWeight = new Float64Array(weight.length);
  const dBias = new Float64Array(outputs);
  dOutput.forEach((slope: number, i: number) => {
    const [row, o] = [Math.floor(i / outputs), i % outputs];
    dBias[o]! += slope;
    for (let k = 0; k < inputs; k++) {
      dx[row * inputs + k]! += slope * weight[o * inputs + k]!;
      dWeight[o * inputs + k]! += slope * x[row * inputs + k]!;
    }
  });
  gradient.weight.set(dWeight);
  gradient.bias.set(dBias);
  return dx;
}

/** [B, T, C] -> [B, C] */
export function meanOfBars(states: Floats, batch: number, steps: number, width: number): Float64Array {
  const mean = new Float64Array(batch * width);
  states.forEach((state: number, i: number) => {
    mean[Math.floor(i / (steps * width)) * width + (i % width)]! += state / steps;
  });
  return mean;
}

/** a b, element by element. */
export function times(a: Floats, b: Floats): Float64Array {
  return Float64Array.from(a, (value, i) => value * b[i]!);
}
