import { z } from 'zod';
import type { TrainingApi } from '../../../shared/contract/training.ts';
import { MOST_WATCHED } from '../../../shared/domain/epoch-view.ts';
import { TASK_NAMES, type TrainConfig } from '../../../shared/domain/train-config.ts';
import { FEATURE_SET_NAMES } from '../../../shared/engine/features/feature-set.ts';
import { nothing, runIdField, seriesIdField } from './fields.ts';
import type { Schemas } from './schemas.ts';

const share = z.number().min(0).max(1);
const dropout = z.number().min(0).lt(1);
const epochs = z.int().min(1).max(10_000);
const partShare = z.number().min(0).max(0.9);

/** A value for every task and for nothing else. */
const perTask = <Value extends z.ZodType>(field: Value) => z.record(z.enum(TASK_NAMES), field);

const spanLoss = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bce'),
    on: z.enum(['logits', 'probability']),
    positiveWeight: z.union([z.number().positive().max(1000), z.literal('from-data')]),
  }),
  z.strictObject({ kind: z.literal('mse') }),
]);

const schedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant') }),
  z.strictObject({ kind: z.literal('cosine'), warmUpSteps: z.int().nonnegative(), floor: share }),
  z.strictObject({ kind: z.literal('one-cycle'), peakAt: share }),
]);

const heldOut = z.union([partShare, z.array(z.union([z.int().positive(), z.string().min(1).max(200)])).min(1).max(1000)]);

const plainSplits = [
  z.strictObject({ kind: z.literal('temporal'), validation: partShare, test: partShare }),
  z.strictObject({ kind: z.literal('dataset') }),
  z.strictObject({ kind: z.literal('series'), validation: heldOut, test: heldOut }),
  z.strictObject({ kind: z.literal('random'), validation: partShare, test: partShare }),
] as const;

const folds = z.strictObject({
  kind: z.literal('folds'),
  count: z.int().min(2).max(100),
  fold: z.int().min(1).max(100),
  within: z.discriminatedUnion('kind', plainSplits).optional(),
});

const split = z
  .discriminatedUnion('kind', [...plainSplits, folds])
  .refine((chosen) => chosen.kind !== 'folds' || chosen.fold <= chosen.count, { path: ['fold'], message: 'expected a fold from 1 to their count' });

const shape = { mergeGap: z.int().min(0).max(1000), minimumLength: z.int().min(1).max(1000) };
export const decodingField = z.discriminatedUnion('decoder', [
  z.strictObject({ decoder: z.literal('threshold'), threshold: share, ...shape }),
  z.strictObject({ decoder: z.literal('posterior'), threshold: share, ...shape }),
  z.strictObject({ decoder: z.literal('hysteresis'), high: share, low: share, ...shape }),
  z.strictObject({ decoder: z.literal('dynamic'), spanCost: z.number().min(0).max(1000), ...shape }),
  z.strictObject({ decoder: z.literal('viterbi'), ...shape }),
]);

const isOdd = (value: number): boolean => value % 2 === 1;

const encoder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bilstm') }),
  z.strictObject({
    kind: z.literal('dilated'),
    channels: z.int().min(1).max(1024),
    blocks: z.int().min(1).max(12),
    kernel: z.int().min(1).max(15).refine(isOdd, 'expected an odd number'),
  }),
]);

const attention = z.strictObject({ heads: z.int().min(1).max(32) }).nullable();

const pretraining = z
  .strictObject({ kind: z.enum(['masked', 'next-window']), epochs: z.int().min(1).max(1000), windows: z.int().min(1).max(20_000) })
  .nullable();

const softStart = z.strictObject({ epochs: z.int().min(1).max(1000) }).nullable();

const calibration = z.strictObject({ kind: z.enum(['temperature', 'platt', 'isotonic']), folds: z.int().min(2).max(20) }).nullable();

const augmentation = z.strictObject({
  mirror: z.boolean().optional(),
  reverse: z.boolean().optional(),
  scale: z.number().min(1).max(4).optional(),
});

const backend = z.enum(['auto', 'wasm', 'cpu', 'tensorflow', 'tensorflow-gpu', 'webgpu']);
const threads = z.union([z.int().min(1).max(64), z.literal('auto')]);
const wideVectors = z.boolean().optional();

export const trainConfigField: z.ZodType<TrainConfig> = z.strictObject({
  preset: z.string().min(1).max(100),
  mode: z.enum(['soft', 'crf', 'segments']),
  epochs,
  seed: z.int().min(0).max(2 ** 31 - 1),
  batchSize: z.int().min(1).max(4096),
  optimizer: z.enum(['adamw', 'adam']),
  learningRate: z.number().positive().max(10),
  weightDecay: z.number().min(0).max(10),
  schedule,
  gradientClip: z.number().positive().nullable(),
  earlyStopping: z.int().positive().nullable(),
  weightAverage: z.number().gt(0).lt(1).nullable(),
  features: z.enum(FEATURE_SET_NAMES),
  featureScope: z.enum(['window', 'series', 'unbroken']),
  spanLoss,
  maskTarget: z.enum(['binary', 'soft']),
  countdown: z.enum(['raw', 'scaled']),
  confidence: z.enum(['weight', 'height', 'ignored']),
  tasks: perTask(z.boolean()).refine((tasks) => Object.values(tasks).some(Boolean), 'expected at least one task to be on'),
  initialLogSigma: perTask(z.number().min(-10).max(10)),
  inputDropout: dropout,
  headDropout: dropout,
  crfProbability: z.enum(['marginals', 'softmax']).optional(),
  decoding: decodingField.optional(),
  hiddenSize: z.int().min(1).max(1024),
  keep: z.enum(['best', 'last']).optional(),
  longestSpan: z.int().min(1).max(1000).optional(),
  encoder: encoder.optional(),
  attention: attention.optional(),
  pretraining: pretraining.optional(),
  softStart: softStart.optional(),
  augmentation: augmentation.optional(),
  ensemble: z.int().min(1).max(20).optional(),
  mirroredPredictions: z.boolean().optional(),
  calibration: calibration.optional(),
  split,
  seriesIds: z.array(seriesIdField).nullable(),
  backend,
  wideVectors,
  threads,
});

export const runNameField = z.string().trim().min(1).max(200);

/** Any of what a person may write down; what is left out stays as it is. */
export const annotationFields = {
  tags: z.array(z.string().trim().min(1).max(50)).max(50).optional(),
  note: z.string().max(10_000).optional(),
  favourite: z.boolean().optional(),
  archived: z.boolean().optional(),
};

export const trainingSchemas: Schemas<TrainingApi> = {
  listPresets: nothing,
  readReadiness: z.strictObject({ config: trainConfigField }),
  readRetraining: z.strictObject({ runId: runIdField.nullable() }),
  startTraining: z.strictObject({ config: trainConfigField, name: runNameField.optional() }),
  resumeTraining: z.strictObject({ runId: runIdField, epochs: epochs.optional(), backend: backend.optional() }),
  cancelTraining: z.strictObject({ runId: runIdField }),
  listRuns: nothing,
  readRun: z.strictObject({ runId: runIdField }),
  listBackends: z.strictObject({ threads, wideVectors }),
  examineBackends: z.strictObject({ threads, wideVectors }),
  annotateRun: z.strictObject({ runId: runIdField, ...annotationFields }),
  listWatchable: z.strictObject({ runId: runIdField }),
  readWatched: z.strictObject({ runId: runIdField }),
  watchWindows: z.strictObject({ runId: runIdField, places: z.array(z.int().nonnegative()).max(MOST_WATCHED) }),
  renameRun: z.strictObject({ runId: runIdField, name: runNameField }),
};
