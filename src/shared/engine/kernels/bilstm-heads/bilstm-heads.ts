import { customGrad, engine, getBackend, type Tensor, type Tensor1D, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import { bilstmShapeOf, bilstmWeightList, type BilstmWeights } from '../bilstm/bilstm-weights.ts';
import { fusedHeadsFor } from './fused-heads.ts';
import { splitPacked } from './split-packed.ts';

/** Dropout that is made where it is used: the mask's elements are hashes of their place in the stream `key`. */
export interface CounterDropout {
  readonly key: number;
  /** Share of the states that is dropped, in [0, 1). */
  readonly probability: number;
}

/** A linear head over each bar's states. */
export interface BarHead {
  /** [O, 2H] */
  readonly weight: Tensor2D;
  /** [O] */
  readonly bias: Tensor1D;
  readonly dropout: CounterDropout | null;
}

export interface BilstmHeadsOutput {
  /** [B, 2H]: states averaged over the bars. */
  readonly mean: Tensor2D;
  /** Each head's [B, T, O]. */
  readonly bars: readonly Tensor3D[];
}

/**
 * A BiLSTM whose states are read by nothing but their mean and some per-bar linear heads, as one operation: the states
 * [B, T, 2H], by far the largest tensor of the model, never reach the back end. Differentiable in the weights of the
 * BiLSTM and of the heads, and in x where `inputGradient` says so.
 * Null where the active back end has no such kernel or H is no multiple of 4: the caller then composes `bilstm`,
 * dropout, mean and linear layers, which is the same to rounding.
 */
export function bilstmHeads(
  x: Tensor3D,
  weights: BilstmWeights,
  heads: readonly BarHead[],
  inputGradient = true,
): BilstmHeadsOutput | null {
  const shape = bilstmShapeOf(x, weights);
  const fused = fusedHeadsFor(getBackend());
  if (fused === null || shape.units % 4 !== 0) return null;
  // Asked before customGrad, which itself suspends the tape.
  const willDifferentiate = engine().isTapeOn();
  const plans = heads.map(({ weight, dropout }) => fused.plan(weight.shape[0], dropout));
  const op = customGrad((...args) => {
    const save = args.pop() as unknown as (tensors: Tensor[]) => void;
    const inputs = args as Tensor[];
    save(inputs);
    const pass = fused.forward(shape, inputs, plans, willDifferentiate);
    const gradFunc = (dPacked: Tensor, saved: Tensor[]): Tensor[] => pass.gradient(saved, dPacked, inputGradient);
    return { value: pass.packed, gradFunc };
  });
  const packed = op(x, ...bilstmWeightList(weights), ...heads.flatMap(({ weight, bias }) => [weight, bias])) as Tensor1D;
  const { batch, steps, units } = shape;
  const [mean, ...bars] = splitPacked(packed, [[batch, 2 * units], ...plans.map(({ outputs }) => [batch, steps, outputs])]);
  return { mean: mean as Tensor2D, bars: bars as Tensor3D[] };
}
