import { clone, zeros, type Tensor, type Tensor1D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { BilstmGradientRequest, BilstmImplementation, BilstmInputs } from './bilstm-implementation.ts';
import { bilstmShapeOf } from './bilstm-weights.ts';
import { packCudnnParams, unpackCudnnParams } from './cudnn-params.ts';
import { makeStatefulBilstm } from './stateful.ts';
import type { OpAttribute, RunOp } from './tensorflow-op.ts';
import { swapBatchAndTime } from './time-major.ts';

/** Of the forward and of the gradient op. */
const ATTRIBUTES: readonly OpAttribute[] = [
  { name: 'T', kind: 'type', value: 'float32' },
  { name: 'rnn_mode', kind: 'string', value: 'lstm' },
  { name: 'input_mode', kind: 'string', value: 'linear_input' },
  { name: 'direction', kind: 'string', value: 'bidirectional' },
  { name: 'dropout', kind: 'float', value: 0 },
  { name: 'seed', kind: 'int', value: 0 },
  { name: 'seed2', kind: 'int', value: 0 },
];

/** Place of the last cells [2, B, H] among the states output [T, B, 2H], output_h, output_c [2, B, H], reserve_space [opaque]. */
const LAST_CELLS = 2;

/**
 * The BiLSTM on an NVIDIA GPU through TensorFlow's CudnnRNN and CudnnRNNBackprop, both directions in one call. The first
 * version of the ops, because the later ones have an int8 output, which tfjs-node does not know.
 */
export function makeCudnnBilstm(run: RunOp): BilstmImplementation {
  return makeStatefulBilstm({
    name: 'CudnnRNN',
    run(inputs, willDifferentiate) {
      const states = run('CudnnRNN', [...ATTRIBUTES, { name: 'is_training', kind: 'bool', value: willDifferentiate }], operandsOf(inputs), 4);
      return { output: swapBatchAndTime(states[0] as Tensor3D), states };
    },
    lastCells: (states) => clone(states[LAST_CELLS] as Tensor3D),
    gradient: (request, states) => gradient(run, request, states),
  });
}

/** input [T, B, D], input_h [2, B, H], input_c [2, B, H], params [P] */
function operandsOf({ x, weights }: BilstmInputs): Tensor[] {
  const { batch, units } = bilstmShapeOf(x, weights);
  const start = zeros([2, batch, units]);
  return [swapBatchAndTime(x), start, start, packCudnnParams(weights)];
}

function gradient(run: RunOp, { inputs, dOutput, dLastCells, needsInputGradient }: BilstmGradientRequest, states: readonly Tensor[]): Tensor[] {
  const shape = bilstmShapeOf(inputs.x, inputs.weights);
  const nothing = zeros([2, shape.batch, shape.units]);
  const [output, lastHidden, lastCells, reserve] = states as [Tensor, Tensor, Tensor, Tensor];
  // dLoss/d last hidden states is part of dOutput already.
  const slopes = [swapBatchAndTime(dOutput), nothing, dLastCells ?? nothing];
  const operands = [...operandsOf(inputs), output, lastHidden, lastCells, ...slopes, reserve];
  // Outputs: input_backprop, input_h_backprop, input_c_backprop, params_backprop.
  const [dx, , , dParams] = run('CudnnRNNBackprop', ATTRIBUTES, operands, 4);
  const weights = unpackCudnnParams(dParams as Tensor1D, shape);
  return needsInputGradient ? [...weights, swapBatchAndTime(dx as Tensor3D)] : weights;
}
