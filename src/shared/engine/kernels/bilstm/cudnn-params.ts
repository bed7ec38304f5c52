import { concat, reshape, split, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';
import { BILSTM_WEIGHT_NAMES, bilstmWeightShapes, type BilstmShape, type BilstmWeights } from './bilstm-weights.ts';

/** The order in cuDNN's flat buffer of one bidirectional layer: all matrices, then all biases; the gates as in PyTorch. */
const FLAT_ORDER: readonly (keyof BilstmWeights)[] = [
  'weightIh',
  'weightHh',
  'weightIhReverse',
  'weightHhReverse',
  'biasIh',
  'biasHh',
  'biasIhReverse',
  'biasHhReverse',
];

/** [P] */
export const packCudnnParams = (weights: BilstmWeights): Tensor1D => concat(FLAT_ORDER.map((name) => reshape(weights[name], [-1]) as Tensor1D));

/** params: [P] -> the eight weights in the order of BILSTM_WEIGHT_NAMES. */
export function unpackCudnnParams(params: Tensor1D, { inputs, units }: BilstmShape): Tensor[] {
  const shapes = bilstmWeightShapes(inputs, units);
  const shapeOf = (name: keyof BilstmWeights): number[] => [...shapes[BILSTM_WEIGHT_NAMES.indexOf(name)]!];
  const sizes = FLAT_ORDER.map((name) => shapeOf(name).reduce((product, length) => product * length, 1));
  const parts = split(params, sizes);
  return BILSTM_WEIGHT_NAMES.map((name) => reshape(parts[FLAT_ORDER.indexOf(name)]!, shapeOf(name)));
}
