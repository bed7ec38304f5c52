import { concat, reverse, stack, tidy, type Tensor3D } from '@tensorflow/tfjs-core';
import type { BilstmImplementation, BilstmInputs } from './bilstm-implementation.ts';
import { referenceGradient } from './reference-gradient.ts';
import { directionWeights, runDirection, type LstmStep } from './reference-steps.ts';

/** The BiLSTM composed from stock tfjs operations: slow, plain, and right on every backend. */
export const referenceBilstm: BilstmImplementation = {
  name: 'reference',
  forward(inputs) {
    return {
      output: tidy(() => concat(bothDirections(inputs).map(outputOfSteps), 2)),
      lastCells: () => tidy(() => stack(bothDirections(inputs).map((steps) => steps.at(-1)!.cell)) as Tensor3D),
      gradient: referenceGradient,
    };
  },
};

function bothDirections({ x, weights }: BilstmInputs): readonly LstmStep[][] {
  const [forward, backward] = directionWeights(weights);
  return [runDirection(x, forward), runDirection(reverse(x, 1), backward)];
}

/** [B, T, H] in the order of time, for the forward (0) or the reverse (1) direction. */
function outputOfSteps(steps: readonly LstmStep[], direction: number): Tensor3D {
  const hidden = stack(
    steps.map((step) => step.hidden),
    1,
  ) as Tensor3D;
  return direction === 0 ? hidden : reverse(hidden, 1);
}
