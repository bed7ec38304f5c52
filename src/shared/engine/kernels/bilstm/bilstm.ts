import { customGrad, engine, getBackend, zerosLike, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import type { BilstmGradient, BilstmPass } from './bilstm-implementation.ts';
import { BILSTM_WEIGHT_NAMES, bilstmShapeOf, bilstmWeightList, bilstmWeightsFromList, type BilstmWeights } from './bilstm-weights.ts';
import { bilstmFor } from './implementations.ts';

export interface BilstmOptions {
  /** False where x is data and not computed from variables: its gradient is then zero and costs nothing. */
  readonly inputGradient?: boolean;
}

/**
 * One bidirectional LSTM layer as PyTorch's `nn.LSTM(D, H, batch_first=True, bidirectional=True)` with zero initial
 * state: x [B, T, D] -> [B, T, 2H], forward and reverse side by side. Differentiable in x and all eight weights.
 * Per direction and step: i, f, o = sigmoid(z), g = tanh(z), z = W_ih x + b_ih + W_hh h + b_hh;
 * c = f c + i g; h = o tanh(c) (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000).
 * Throws `invalid-input` when shapes do not fit.
 */
export function bilstm(x: Tensor3D, weights: BilstmWeights, options: BilstmOptions = {}): Tensor3D {
  bilstmShapeOf(x, weights);
  const implementation = bilstmFor(getBackend());
  const needsInputGradient = options.inputGradient ?? true;
  // Asked before customGrad, which itself suspends the tape.
  const willDifferentiate = engine().isTapeOn();

  const op = customGrad((...args) => {
    const save = args.pop() as unknown as (tensors: Tensor[]) => void;
    const [input, ...list] = args as Tensor[];
    const inputs = { x: input as Tensor3D, weights: bilstmWeightsFromList(list) };
    const pass: BilstmPass = implementation.forward(inputs, willDifferentiate);
    save([input!, ...list, ...(pass.kept ?? [])]);

    const gradFunc = (dOutput: Tensor, saved: Tensor[]): Tensor[] => {
      const [savedX, ...others] = saved;
      const savedInputs = { x: savedX as Tensor3D, weights: bilstmWeightsFromList(others) };
      const gradient: BilstmGradient = pass.gradient({
        inputs: savedInputs,
        dOutput: dOutput as Tensor3D,
        needsInputGradient,
        kept: others.slice(BILSTM_WEIGHT_NAMES.length),
      });
      return [gradient.x ?? zerosLike(savedInputs.x), ...bilstmWeightList(gradient.weights)];
    };
    return { value: pass.output, gradFunc };
  });
  return op(x, ...bilstmWeightList(weights)) as Tensor3D;
}
