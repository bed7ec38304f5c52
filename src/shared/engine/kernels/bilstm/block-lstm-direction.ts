import { concat, split, transpose, zeros, type Scalar, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { DirectionWeights } from './reference-steps.ts';
import type { OpAttribute, RunOp } from './tensorflow-op.ts';

/** The first nine inputs of both ops: seq_len_max, x, cs_prev, h_prev, w, wci, wcf, wco, b. */
type Operands = readonly Tensor[];

/** Outputs of the forward op, [T, B, H] each: i, cs, f, o, ci, co, h. `cs`: cells, `ci`: tanh of the candidate, `co`: tanh of the cells. */
export const BLOCK_STATES = 7;
export const CELLS = 1;
export const HIDDEN = 6;

const ELEMENTS: OpAttribute = { name: 'T', kind: 'type', value: 'float32' };
const NO_PEEPHOLE: OpAttribute = { name: 'use_peephole', kind: 'bool', value: false };
/** The kernel clips the cells only where this is above zero. */
const NO_CLIP: OpAttribute = { name: 'cell_clip', kind: 'float', value: 0 };

/**
 * Operands for x [T, B, D] in the direction's own order. The op takes gates in the order i, f, c, o, as PyTorch stacks
 * them, one matrix [D+H, 4H] for [x | h], and one bias.
 */
export function blockOperands(steps: Scalar, x: Tensor3D, { ih, hh, bias }: DirectionWeights): Operands {
  const [, batch] = x.shape;
  const units = hh.shape[1];
  const start = zeros([batch, units]);
  const peephole = zeros([units]);
  const w = transpose(concat([ih, hh], 1));
  return [steps, x, start, start, w, peephole, peephole, peephole, bias];
}

/** tf.raw_ops.BlockLSTMV2 over one direction; returns BLOCK_STATES states. */
export const runBlock = (run: RunOp, operands: Operands): Tensor[] => run('BlockLSTMV2', [ELEMENTS, NO_CLIP, NO_PEEPHOLE], operands, BLOCK_STATES);

export interface BlockGradient {
  /** [T, B, D] */
  readonly x: Tensor3D;
  /** [4H, D], [4H, H], [4H] */
  readonly ih: Tensor2D;
  readonly hh: Tensor2D;
  readonly bias: Tensor1D;
}

/**
 * tf.raw_ops.BlockLSTMGradV2 of the same operands and their states. dCells, dHidden: [T, B, H].
 * Its outputs: x_grad, cs_prev_grad, h_prev_grad, w_grad, wci_grad, wcf_grad, wco_grad, b_grad.
 */
export function blockGradient(run: RunOp, operands: Operands, states: readonly Tensor[], dCells: Tensor3D, dHidden: Tensor3D): BlockGradient {
  const [x, , , w, , , , bias] = run('BlockLSTMGradV2', [ELEMENTS, NO_PEEPHOLE], [...operands, ...states, dCells, dHidden], 8);
  const [inputs, units] = [x!.shape[2]!, bias!.size / 4];
  const [ih, hh] = split(transpose(w as Tensor2D), [inputs, units], 1) as [Tensor2D, Tensor2D];
  return { x: x as Tensor3D, ih, hh, bias: bias as Tensor1D };
}
