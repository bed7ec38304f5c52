import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { ExpanseError } from '../../../contract/errors.ts';

/**
 * Weights of one bidirectional LSTM layer in PyTorch's layout, D inputs and H units per direction.
 * The 4H gate rows stand in the order input, forget, cell, output.
 */
export interface BilstmWeights {
  /** [4H, D] */
  readonly weightIh: Tensor2D;
  /** [4H, H] */
  readonly weightHh: Tensor2D;
  /** [4H] */
  readonly biasIh: Tensor1D;
  /** [4H] */
  readonly biasHh: Tensor1D;
  readonly weightIhReverse: Tensor2D;
  readonly weightHhReverse: Tensor2D;
  readonly biasIhReverse: Tensor1D;
  readonly biasHhReverse: Tensor1D;
}

/** The fixed order in which the eight weights travel as a list. */
export const BILSTM_WEIGHT_NAMES = [
  'weightIh',
  'weightHh',
  'biasIh',
  'biasHh',
  'weightIhReverse',
  'weightHhReverse',
  'biasIhReverse',
  'biasHhReverse',
] as const satisfies readonly (keyof BilstmWeights)[];

/** B windows of T bars with D inputs, H units per direction. */
export interface BilstmShape {
  readonly batch: number;
  readonly steps: number;
  readonly inputs: number;
  readonly units: number;
}

export function bilstmWeightList(weights: BilstmWeights): Tensor[] {
  return BILSTM_WEIGHT_NAMES.map((name) => weights[name]);
}

export function bilstmWeightsFromList(tensors: readonly Tensor[]): BilstmWeights {
  return Object.fromEntries(BILSTM_WEIGHT_NAMES.map((name, i) => [name, tensors[i]])) as unknown as BilstmWeights;
}

/** What each weight's shape must be, in the order of BILSTM_WEIGHT_NAMES. */
export function bilstmWeightShapes(inputs: number, units: number): readonly (readonly number[])[] {
  const direction = [[4 * units, inputs], [4 * units, units], [4 * units], [4 * units]];
  return [...direction, ...direction];
}

/** Shape of the task, or an `invalid-input` error that names the first tensor that does not fit x [B, T, D]. */
export function bilstmShapeOf(x: Tensor3D, weights: BilstmWeights): BilstmShape {
  const [batch, steps, inputs] = x.shape;
  const units = weights.weightHh.shape[1] ?? 0;
  if (x.rank !== 3 || x.size === 0) {
    throw shapeError('x', x.shape, 'a non-empty [batch, steps, inputs]');
  }
  bilstmWeightShapes(inputs, units).forEach((expected, i) => {
    const name = BILSTM_WEIGHT_NAMES[i]!;
    const { shape } = weights[name];
    if (units === 0 || shape.join() !== expected.join()) {
      throw shapeError(name, shape, `[${expected.join(', ')}]`);
    }
  });
  return { batch, steps, inputs, units };
}

function shapeError(name: string, found: readonly number[], expected: string): ExpanseError {
  return new ExpanseError(
    'invalid-input',
    `BiLSTM: ${name} has shape [${found.join(', ')}], expected ${expected}.`,
    'Check the number of features of the data against the model configuration.',
  );
}
