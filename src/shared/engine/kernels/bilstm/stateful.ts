import { dispose, tidy, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import type { BilstmGradient, BilstmGradientRequest, BilstmImplementation, BilstmInputs } from './bilstm-implementation.ts';
import { BILSTM_WEIGHT_NAMES, bilstmShapeOf, bilstmWeightsFromList } from './bilstm-weights.ts';
import { KeptStates } from './kept-states.ts';

export type RunWithStates = {
  /** [B, T, 2H] */
  readonly output: Tensor3D;
  /** What the gradient reads, besides the inputs; none of it is `output` itself. */
  readonly states: Tensor[];
};

/** Ops of a back end that run a whole pass and leave its states as tensors. All is called inside a tidy. */
export interface StatefulKernel {
  readonly name: string;
  run(inputs: BilstmInputs, willDifferentiate: boolean): RunWithStates;
  /** [2, B, H] */
  lastCells(states: readonly Tensor[]): Tensor3D;
  /** The eight weights' gradients in the order of BILSTM_WEIGHT_NAMES, then that of x where it is asked for. */
  gradient(request: BilstmGradientRequest, states: readonly Tensor[]): Tensor[];
}

/** Keeps a pass's states for its gradient; a gradient whose states were given up for newer passes runs the pass again. */
export function makeStatefulBilstm(kernel: StatefulKernel): BilstmImplementation {
  const kept = new KeptStates();
  return {
    name: kernel.name,
    forward(inputs, willDifferentiate) {
      bilstmShapeOf(inputs.x, inputs.weights);
      const { output, states } = tidy(() => kernel.run(inputs, willDifferentiate));
      const ticket = willDifferentiate ? kept.keep(states) : null;
      if (ticket === null) dispose(states);
      return {
        output,
        lastCells: () => tidy(() => kernel.lastCells(kernel.run(inputs, false).states)),
        gradient: (request) => gradientOf(kernel, request, ticket === null ? null : kept.take(ticket)),
      };
    },
  };
}

function gradientOf(kernel: StatefulKernel, request: BilstmGradientRequest, kept: readonly Tensor[] | null): BilstmGradient {
  const gradients = tidy(() => kernel.gradient(request, kept ?? kernel.run(request.inputs, true).states));
  if (kept !== null) dispose([...kept]);
  const x = (gradients[BILSTM_WEIGHT_NAMES.length] as Tensor3D | undefined) ?? null;
  return { x, weights: bilstmWeightsFromList(gradients) };
}
