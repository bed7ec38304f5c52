import type { WasmMemory } from '../wasm/wasm-api.ts';
import type { NetworkTask } from './network-task.ts';

/** What an encoder reads. */
export interface EncoderTask extends Pick<NetworkTask, 'shape' | 'dilated' | 'features'> {
  /** In the order of NetworkArrays.encoder */
  readonly weights: readonly Float32Array[];
  /** A gradient will follow. */
  readonly keepsSteps: boolean;
}

/** An encoder in a linear memory, behind which there is room for the heads. */
export interface EncoderWorkspace {
  readonly memory: WasmMemory;
  /** Where the last task lies: inputs [B, T, D], states [B, T, C], dLoss/d states [B, T, C], and what is free behind them. */
  readonly layout: { readonly x: number; readonly output: number; readonly dOutput: number; readonly end: number };
  /** Writes what a forward pass reads, for whoever changes it there before `forwardInPlace`. */
  place(task: EncoderTask): void;
  forwardInPlace(): void;
  /** Back-propagates where dLoss/d states already lies in its place; there is no gradient by the inputs. */
  backwardInPlace(): void;
  /** Of the last backward pass, in the weights' order. */
  readWeightGradients(to: readonly Float32Array[]): void;
}
