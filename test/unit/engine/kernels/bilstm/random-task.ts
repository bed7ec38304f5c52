import { bilstmWeightShapes, type BilstmShape } from '../../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';

/** A task whose values are exactly float32, so that float32 and float64 kernels see the same. */
export function randomTask(shape: BilstmShape, seed: number) {
  const { batch, steps, inputs, units } = shape;
  const fill = randomValues(seed);
  const bound = 1 / Math.sqrt(units);
  return {
    shape,
    x: fill(batch * steps * inputs, 2),
    weights: bilstmWeightShapes(inputs, units).map((dims) => fill(dims.reduce((a, b) => a * b), bound)),
    dOutput: fill(batch * steps * 2 * units, 1),
    dLastCells: fill(2 * batch * units, 1),
  };
}

/** Makes arrays of float32 values, uniform in (-scale, scale). */
export function randomValues(seed: number): (size: number, scale: number) => Float64Array<ArrayBuffer> {
  const random = uniform(seed);
  return (size, scale) => Float64Array.from({ length: size }, () => Math.fround(scale * (2 * random() - 1)));
}

/** Uniform in [0, 1): the multiplicative generator of Park and Miller, enough for test data. */
function uniform(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
