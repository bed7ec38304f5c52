import { dispose, tensor, tidy, valueAndGrads, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import { bilstm } from '../kernels/bilstm/bilstm.ts';
import { bilstmWeightShapes, bilstmWeightsFromList, type BilstmShape } from '../kernels/bilstm/bilstm-weights.ts';
import { makeFloat64, plainBilstm, plainBilstmGradient } from '../kernels/bilstm/plain.ts';

/** Small, but with no size that divides a vector of four evenly. */
const SHAPE: BilstmShape = { batch: 3, steps: 5, inputs: 3, units: 6 };
/** float32 over five steps is right to about 1e-7. */
const TOLERANCE = 1e-5;

/** Runs the BiLSTM forwards and backwards on the active back end and throws where it differs from plain float64 loops. */
export async function selfTest(): Promise<void> {
  const { batch, steps, inputs, units } = SHAPE;
  const x = wave(batch * steps * inputs, 0.7);
  const weights = bilstmWeightShapes(inputs, units).map((shape, i) => wave(shape.reduce((size, length) => size * length, 1), 0.3 + 0.1 * i));
  const dOutput = wave(batch * steps * 2 * units, 0.9);
  const expected = onPlainLoops(x, weights, dOutput);
  const actual = await onActiveBackend(x, weights, dOutput);
  expected.forEach((values, i) => {
    const difference = largestDifference(values, actual[i]);
    if (!(difference <= TOLERANCE)) throw new Error(`the self-test failed: result ${i} is off by ${difference}`);
  });
}

/** Output, gradient of x, gradients of the eight weights. */
function onPlainLoops(x: Float32Array, weights: readonly Float32Array[], dOutput: Float32Array): readonly ArrayLike<number>[] {
  const pass = plainBilstm(SHAPE, x, weights, makeFloat64);
  const gradient = plainBilstmGradient(SHAPE, x, weights, pass, { dOutput, dLastCells: null }, true, makeFloat64);
  return [pass.output, gradient.x!, ...gradient.weights];
}

async function onActiveBackend(x: Float32Array, weights: readonly Float32Array[], dOutput: Float32Array): Promise<readonly ArrayLike<number>[]> {
  const { batch, steps, inputs, units } = SHAPE;
  const shapes = bilstmWeightShapes(inputs, units);
  const results: Tensor[] = tidy(() => {
    const arguments_ = [tensor(x, [batch, steps, inputs]), ...weights.map((values, i) => tensor(values, [...shapes[i]]))];
    const run = (...[input, ...list]: Tensor[]) => bilstm(input as Tensor3D, bilstmWeightsFromList(list));
    const { value, grads } = valueAndGrads(run)(arguments_, tensor(dOutput, [batch, steps, 2 * units]) as Tensor3D);
    return [value, ...grads];
  });
  const values = await Promise.all(results.map((result) => result.data()));
  dispose(results);
  return values;
}

/** Values in +-0.9 without a pattern that a mistake could hide in. */
const wave = (size: number, pace: number): Float32Array => Float32Array.from({ length: size }, (_, i) => 0.9 * Math.sin(1 + pace * i * (1 + (i % 7))));

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
