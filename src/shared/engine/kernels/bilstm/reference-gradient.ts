import {
  add,
  clone,
  concat,
  matMul,
  mul,
  reverse,
  reshape,
  split,
  squeeze,
  sub,
  sum,
  tanh,
  tidy,
  transpose,
  zeros,
  zerosLike,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type { BilstmGradient, BilstmGradientRequest } from './bilstm-implementation.ts';
import { BILSTM_WEIGHT_NAMES, bilstmWeightsFromList } from './bilstm-weights.ts';
import { directionWeights, runDirection, stepOf, type DirectionWeights, type LstmStep } from './reference-steps.ts';

interface DirectionGradient {
  /** [B, T, D] */
  readonly x: Tensor3D;
  /** [4H, D], [4H, H], [4H] */
  readonly ih: Tensor2D;
  readonly hh: Tensor2D;
  readonly bias: Tensor1D;
}

/** Back-propagation through time in stock operations; runs the forward pass again rather than keep its steps. */
export function referenceGradient(request: BilstmGradientRequest): BilstmGradient {
  const { inputs, dOutput, dLastCells, needsInputGradient } = request;
  const gradients = tidy(() => {
    const [forward, backward] = directionWeights(inputs.weights);
    const [dForward, dBackward] = split(dOutput, 2, 2) as [Tensor3D, Tensor3D];
    const [dCellForward, dCellBackward] = lastCellGradients(dOutput, dLastCells);
    const ahead = directionGradient(inputs.x, dForward, dCellForward, forward);
    const back = directionGradient(reverse(inputs.x, 1), reverse(dBackward, 1), dCellBackward, backward);
    const weights: Tensor[] = [ahead, back].flatMap(({ ih, hh, bias }) => [ih, hh, bias, clone(bias)]);
    return needsInputGradient ? [...weights, add(ahead.x, reverse(back.x, 1))] : weights;
  });
  const weights = bilstmWeightsFromList(gradients);
  return { x: (gradients[BILSTM_WEIGHT_NAMES.length] as Tensor3D | undefined) ?? null, weights };
}

/** Two [B, H] */
function lastCellGradients(dOutput: Tensor3D, dLastCells: Tensor3D | undefined): [Tensor2D, Tensor2D] {
  const [batch, , width] = dOutput.shape;
  const both: Tensor3D = dLastCells ?? zeros([2, batch, width / 2]);
  return split(both, 2, 0).map((cells) => squeeze(cells, [0])) as [Tensor2D, Tensor2D];
}

/** Gradient of one direction; x and dHidden [B, T, *] are in the direction's own order. */
function directionGradient(
  x: Tensor3D,
  dHidden: Tensor3D,
  dLastCell: Tensor2D,
  weights: DirectionWeights,
): DirectionGradient {
  const steps = runDirection(x, weights);
  const start = zerosLike(steps[0]!.cell);
  const dz: Tensor2D[] = [];
  let dCell = dLastCell;
  let dRecurrent: Tensor2D = start;
  for (let t = steps.length - 1; t >= 0; t--) {
    const step = steps[t]!;
    const stepGradient = gateGradient(step, steps[t - 1]?.cell ?? start, add(stepOf(dHidden, t), dRecurrent), dCell);
    dz[t] = stepGradient.dz;
    dCell = mul(stepGradient.dCell, step.f);
    dRecurrent = matMul(stepGradient.dz, weights.hh);
  }
  const hiddenBefore = [start, ...steps.slice(0, -1).map((step) => step.hidden)];
  return sumOverSteps(x, hiddenBefore, dz, weights);
}

/** dLoss/dz [B, 4H] and dLoss/dc [B, H] of one step, from the gradients of its hidden and cell state. */
function gateGradient(step: LstmStep, cellBefore: Tensor2D, dHidden: Tensor2D, dCellAfter: Tensor2D) {
  const { i, f, g, o, cell } = step;
  const squashed = tanh(cell);
  const dCell = add<Tensor2D>(dCellAfter, mul(mul(dHidden, o), oneMinusSquare(squashed)));
  const perGate: Tensor2D[] = [
    mul(mul(dCell, g), sigmoidSlope(i)),
    mul(mul(dCell, cellBefore), sigmoidSlope(f)),
    mul(mul(dCell, i), oneMinusSquare(g)),
    mul(mul(dHidden, squashed), sigmoidSlope(o)),
  ];
  return { dz: concat(perGate, 1), dCell };
}

function sumOverSteps(
  x: Tensor3D,
  hiddenBefore: readonly Tensor2D[],
  dz: readonly Tensor2D[],
  weights: DirectionWeights,
): DirectionGradient {
  const [batch, length, inputs] = x.shape;
  // Rows in the order [T, B] for all three.
  const dzRows = concat([...dz], 0);
  const hiddenRows = concat([...hiddenBefore], 0);
  const xRows = concat(dz.map((_, t) => stepOf(x, t)), 0);
  const dxRows = reshape(matMul(dzRows, weights.ih), [length, batch, inputs]);
  return {
    x: transpose(dxRows, [1, 0, 2]) as Tensor3D,
    ih: matMul(dzRows, xRows, true),
    hh: matMul(dzRows, hiddenRows, true),
    bias: sum(dzRows, 0),
  };
}

/** s (1 - s) */
function sigmoidSlope(s: Tensor2D): Tensor2D {
  return sub(s, mul(s, s));
}

/** 1 - y^2 */
function oneMinusSquare(y: Tensor2D): Tensor2D {
  return sub(1, mul(y, y));
}
