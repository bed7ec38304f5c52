import {
  add,
  matMul,
  mul,
  sigmoid,
  slice,
  split,
  squeeze,
  tanh,
  zeros,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type { BilstmWeights } from './bilstm-weights.ts';

export interface DirectionWeights {
  /** [4H, D] */
  readonly ih: Tensor2D;
  /** [4H, H] */
  readonly hh: Tensor2D;
  /** b_ih + b_hh, [4H] */
  readonly bias: Tensor1D;
}

/** Everything of one step that its gradient reads; each [B, H]. */
export interface LstmStep {
  readonly i: Tensor2D;
  readonly f: Tensor2D;
  readonly g: Tensor2D;
  readonly o: Tensor2D;
  readonly cell: Tensor2D;
  readonly hidden: Tensor2D;
}

export function directionWeights(weights: BilstmWeights): readonly [DirectionWeights, DirectionWeights] {
  return [
    { ih: weights.weightIh, hh: weights.weightHh, bias: add(weights.biasIh, weights.biasHh) },
    { ih: weights.weightIhReverse, hh: weights.weightHhReverse, bias: add(weights.biasIhReverse, weights.biasHhReverse) },
  ];
}

/** Steps of one direction over x [B, T, D], which is already in the direction's own order. */
export function runDirection(x: Tensor3D, weights: DirectionWeights): LstmStep[] {
  const [batch, length] = x.shape;
  const units = weights.hh.shape[1];
  let hidden: Tensor2D = zeros([batch, units]);
  let cell: Tensor2D = zeros([batch, units]);
  const steps: LstmStep[] = [];
  for (let t = 0; t < length; t++) {
    const step = lstmStep(stepOf(x, t), hidden, cell, weights);
    ({ hidden, cell } = step);
    steps.push(step);
  }
  return steps;
}

/** x[:, t, :], [B, D] */
export function stepOf(x: Tensor3D, t: number): Tensor2D {
  return squeeze(slice(x, [0, t, 0], [-1, 1, -1]), [1]);
}

function lstmStep(x: Tensor2D, hidden: Tensor2D, cell: Tensor2D, { ih, hh, bias }: DirectionWeights): LstmStep {
  // z: [B, 4H]
  const z = add<Tensor2D>(add(matMul(x, ih, false, true), matMul(hidden, hh, false, true)), bias);
  const [zi, zf, zg, zo] = split(z, 4, 1) as [Tensor2D, Tensor2D, Tensor2D, Tensor2D];
  const [i, f, g, o] = [sigmoid(zi), sigmoid(zf), tanh(zg), sigmoid(zo)];
  const newCell = add<Tensor2D>(mul(f, cell), mul(i, g));
  return { i, f, g, o, cell: newCell, hidden: mul(o, tanh(newCell)) };
}
