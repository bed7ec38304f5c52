import type { FileToken, RunId } from '../domain/ids.ts';
import type { RunSummary } from '../domain/run.ts';
import type { FeatureSetName } from '../domain/train-config.ts';
import type { Method } from './result.ts';

export type CheckpointKind = 'best' | 'last';

export interface WeightsApi {
  /**
   * A `state_dict` of JadeCompact in a safetensors file becomes a run of no epochs, so that it can predict and be judged.
   * `features`: what its inputs are; without it the published ones, where their number fits.
   */
  importWeights: Method<{ readonly file: FileToken; readonly name?: string; readonly features?: FeatureSetName }, RunSummary>;
  /** safetensors of a `state_dict` that PyTorch loads. Without `checkpoint`: the best, else the last. */
  exportWeights: Method<
    { readonly runId: RunId; readonly checkpoint?: CheckpointKind },
    { readonly checkpoint: CheckpointKind; readonly epoch: number; readonly weights: Uint8Array }
  >;
}
