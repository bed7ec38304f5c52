import type { Tensor, Tensor3D } from '@tensorflow/tfjs-core';
import type { BilstmWeights } from './bilstm-weights.ts';

/** What a pass reads. Kept by the tape, so that a gradient can always run the pass again. */
export interface BilstmInputs {
  /** [B, T, D] */
  readonly x: Tensor3D;
  readonly weights: BilstmWeights;
}

export interface BilstmGradientRequest {
  readonly inputs: BilstmInputs;
  /** dLoss/d output, [B, T, 2H] */
  readonly dOutput: Tensor3D;
  /** dLoss/d last cells, [2, B, H]; absent where nothing depends on them. */
  readonly dLastCells?: Tensor3D;
  /** False where x is data: its gradient then costs nothing and is null. */
  readonly needsInputGradient: boolean;
  /** The pass's own `kept`; without them its gradient runs the pass again. */
  readonly kept?: readonly Tensor[];
}

export interface BilstmGradient {
  /** [B, T, D], or null when it was not asked for */
  readonly x: Tensor3D | null;
  readonly weights: BilstmWeights;
}

export interface BilstmPass {
  /** [B, T, 2H]: forward | reverse */
  readonly output: Tensor3D;
  /** Tensors that its gradient wants back; the tape keeps them as long as a gradient may be asked for. */
  readonly kept?: readonly Tensor[];
  /** Cell states after each direction's last step, [2, B, H]; made on request. */
  lastCells(): Tensor3D;
  gradient(request: BilstmGradientRequest): BilstmGradient;
}

/** One way to compute the BiLSTM; all of them agree with each other to rounding. */
export interface BilstmImplementation {
  readonly name: string;
  /** `willDifferentiate` false allows to keep nothing for a gradient; asked all the same, it runs the pass again. */
  forward(inputs: BilstmInputs, willDifferentiate: boolean): BilstmPass;
}
