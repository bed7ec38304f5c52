import type { AppError } from '../../contract/errors.ts';
import type { ExaminedBackend } from '../../domain/examined-backend.ts';
import type { EpochRecord } from '../../domain/run.ts';
import type { BackendSettings, TrainConfig } from '../../domain/train-config.ts';
import type { WindowPredictions } from '../../domain/window-heads.ts';
import type { FeatureWindows } from '../model/run-jade.ts';
import type { TrainData } from './train-data.ts';

/** What a trainer is asked. It does one thing at a time; `id` comes back with every answer. */
export type TrainerRequest =
  | {
      readonly kind: 'train';
      readonly id: string;
      readonly config: TrainConfig;
      readonly data: TrainData;
      /** Optimiser bytes of the last checkpoint: goes on from there; null: from the start. */
      readonly resume: Uint8Array | null;
      /** Places in the validation part of the windows whose probabilities every epoch tells. Absent: none. */
      readonly watched?: readonly number[];
    }
  | {
      readonly kind: 'predict';
      readonly id: string;
      readonly config: TrainConfig;
      /** A checkpoint's weights. */
      readonly weights: Uint8Array;
      readonly windows: FeatureWindows;
      /** Whether to answer what the other heads say, too. */
      readonly heads: boolean;
    }
  /** Tests and times every back end of the trainer. Answered by `examined`. */
  | ({ readonly kind: 'examine'; readonly id: string } & BackendSettings)
  /** Other windows from the next epoch on. Not answered. */
  | { readonly kind: 'watch'; readonly id: string; readonly watched: readonly number[] }
  /** Stops what is under way between two steps: a training answers `trained`, a prediction `failed` with kind 'cancelled'. */
  | { readonly kind: 'cancel'; readonly id: string }
  | { readonly kind: 'shutdown' };

export interface Checkpoint {
  readonly epoch: number;
  /** safetensors of a state_dict. */
  readonly weights: Uint8Array;
  /** What `resume` takes. */
  readonly optimiser: Uint8Array;
}

export type TrainerMessage =
  /**
   * Before the answers to a request that computes on another back end than the last one, the first included. `notes`: in
   * words for a person, first why it is this back end, then what could not be used and why. `version`: of these messages.
   */
  | { readonly kind: 'ready'; readonly backend: string; readonly version: number; readonly notes: readonly string[] }
  /** Several times a second at most, and proof that the trainer is alive. `total`: steps, or windows of a prediction. */
  | { readonly kind: 'progress'; readonly id: string; readonly done: number; readonly total: number }
  | { readonly kind: 'epoch'; readonly id: string; readonly record: EpochRecord }
  | ({ readonly kind: 'checkpoint'; readonly id: string; readonly which: 'best' | 'last' } & Checkpoint)
  /** The training ended: all epochs done, no longer improving, or cancelled. Its checkpoints came before. */
  | { readonly kind: 'trained'; readonly id: string; readonly epochs: number; readonly bestEpoch: number | null; readonly cancelled: boolean }
  | ({ readonly kind: 'predicted'; readonly id: string } & WindowPredictions)
  /** `threads`: as many as were used. */
  | { readonly kind: 'examined'; readonly id: string; readonly threads: number; readonly backends: readonly ExaminedBackend[] }
  | { readonly kind: 'failed'; readonly id: string; readonly error: AppError };

/** Changes when an older core could not understand a newer trainer, or the other way round. */
export const TRAINER_VERSION = 4;
