import type { Scalar, Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';

export interface CrfTensors {
  /** [K] */
  readonly start: Tensor1D;
  /** [K] */
  readonly end: Tensor1D;
  /** [K,K], from one tag to the next. */
  readonly transitions: Tensor2D;
}

/** Paths whose negative log-likelihoods are added up, each with its weight. */
export interface WeightedPaths {
  /** [B,T] */
  readonly tags: Uint8Array;
  /** [B] */
  readonly weights: Float32Array;
}

export interface NllAndGradients {
  readonly loss: Scalar;
  /** Of emissions, start, end, transitions. */
  readonly gradients: readonly Tensor[];
}

/** emissions: [B,T,K] */
export type CrfNllKernel = (emissions: Tensor3D, crf: CrfTensors, paths: WeightedPaths) => NllAndGradients;

const byBackend = new Map<string, CrfNllKernel>();

/** Makes a tfjs back end compute the loss by itself. */
export function setCrfNll(backendName: string, kernel: CrfNllKernel): void {
  byBackend.set(backendName, kernel);
}

/** Null: the back end gives up its numbers at once, and the loss is computed outside of it. */
export const crfNllFor = (backendName: string): CrfNllKernel | null => byBackend.get(backendName) ?? null;
