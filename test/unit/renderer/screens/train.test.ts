import { describe, expect, it } from 'vitest';
import { configRows } from '../../../../src/renderer/screens/train/config-rows.ts';
import { draftConfig, EMPTY_DRAFT } from '../../../../src/renderer/screens/train/config-draft.ts';
import { roleOf, splitOfKind, withRole } from '../../../../src/renderer/screens/train/split-draft.ts';
import { evaluationFigures } from '../../../../src/renderer/screens/train/evaluation-figures.ts';
import { evaluationWords } from '../../../../src/renderer/screens/train/evaluation-words.ts';
import { resumableEpoch } from '../../../../src/renderer/screens/train/resumable-epoch.ts';
import { bothParts, learnedTasks, taskLosses, taskShares } from '../../../../src/renderer/training/learning-curves.ts';
import type { Preset } from '../../../../src/shared/contract/training.ts';
import type { Evaluation, Verdict } from '../../../../src/shared/domain/evaluation.ts';
import type { EpochRecord, RunWithEvaluation } from '../../../../src/shared/domain/run.ts';
import { TASK_NAMES, type TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { withFigures } from '../../engine/evaluation/judged-fixtures.ts';

const config = (preset: string, mode: 'soft' | 'crf'): TrainConfig => ({
  preset,
  mode,
  epochs: 50,
  seed: 0,
  batchSize: 32,
  optimizer: 'adamw',
  learningRate: 0.001,
  weightDecay: 0.01,
  schedule: { kind: 'constant' },
  gradientClip: null,
  earlyStopping: null,
  weightAverage: null,
  features: 'relativity',
  featureScope: 'window',
  spanLoss: { kind: 'bce', on: 'logits', positiveWeight: 'from-data' },
  maskTarget: 'soft',
  countdown: 'scaled',
  confidence: 'weight',
  tasks: { pointers: true, type: true, span: true, countdown: true },
  initialLogSigma: { pointers: 0, type: 0, span: 0, countdown: 0 },
  inputDropout: 0.3,
  headDropout: 0.6,
  hiddenSize: 96,
  split: { kind: 'temporal', validation: 0.2, test: 0.1 },
  seriesIds: null,
  backend: 'auto',
  threads: 1,
});
const preset = (id: string, name: string, mode: 'soft' | 'crf'): Preset => ({ id, name, description: '', config: config(name, mode) });
const soft = preset('published', 'published', 'soft');
const crf = preset('published', 'published', 'crf');
const quick = preset('quick', 'quick', 'soft');

describe('the configuration', () => {
  it('is the first preset until something is chosen, and none where there are no presets', () => {
    expect(draftConfig([quick, soft], EMPTY_DRAFT)).toEqual(quick.config);
    expect(draftConfig([], EMPTY_DRAFT)).toBeNull();
  });

  it('takes over what was changed and nothing else', () => {
    const changes = { mode: 'crf', epochs: 3, seed: 7, split: { kind: 'dataset' }, backend: 'cpu', wideVectors: true } as const;
    expect(draftConfig([quick, soft], { presetId: 'published', ...changes })).toEqual({ ...soft.config, ...changes });
  });

  it('learns spans in either mode, whatever the preset', () => {
    for (const presetId of ['quick', 'published']) expect(draftConfig([quick, soft], { ...EMPTY_DRAFT, presetId, mode: 'crf' })?.mode).toBe('crf');
    expect(draftConfig([crf], EMPTY_DRAFT)?.mode).toBe('crf');
  });

  it('keeps the shares of a split when its kind changes', () => {
    const random = splitOfKind('random', { kind: 'temporal', validation: 0.3, test: 0.1 });
    expect(random).toEqual({ kind: 'random', validation: 0.3, test: 0.1 });
    expect(splitOfKind('dataset', random)).toEqual({ kind: 'dataset' });
    expect(splitOfKind('temporal', { kind: 'dataset' })).toMatchObject({ kind: 'temporal' });
  });

  it('folds within the split of a dataset, where that was chosen before', () => {
    expect(splitOfKind('folds', { kind: 'dataset' })).toEqual({ kind: 'folds', count: 5, fold: 1, within: { kind: 'dataset' } });
    expect(splitOfKind('folds', { kind: 'temporal', validation: 0.2, test: 0.1 })).toEqual({ kind: 'folds', count: 5, fold: 1 });
  });

  it('holds out named series, each with one role', () => {
    const one = { kind: 'series', validation: [3], test: 0 } as const;
    const two = withRole(one, 4, 'test');
    expect(two).toEqual({ kind: 'series', validation: [3], test: [4] });
    expect([1, 3, 4].map((id) => roleOf(two, id))).toEqual(['train', 'validation', 'test']);
    expect(withRole(two, 3, 'test')).toEqual({ kind: 'series', validation: 0, test: [4, 3] });
  });

  it('is written in words, leaky splits by name', () => {
    const textOf = (split: TrainConfig['split']) => configRows({ ...soft.config, split }).find((row) => row.name === 'Split')?.value;
    expect(textOf({ kind: 'folds', count: 5, fold: 2, within: { kind: 'dataset' } })).toBe('fold 2 of 5 in time, within the training part of the split as in the dataset');
    expect(textOf({ kind: 'series', validation: ['EURUSD', 4], test: 0 })).toBe('by series, validation EURUSD and 4, test 0 %');
    const rows = configRows({ ...soft.config, split: { kind: 'random', validation: 0.2, test: 0 } });
    expect(rows.find((row) => row.name === 'Split')?.value).toBe('random (leaky), 20 % validation, 0 % test');
    expect(configRows(crf.config).find((row) => row.name === 'Span loss')?.value).toBe('CRF negative log-likelihood');
  });
});

describe('an evaluation in words', () => {
  const withGain = (verdict: Verdict, windows = 100): Evaluation => {
    const judged = withFigures(0.6, 0.2, { windows });
    const gain = { difference: 0.1, interval: [-0.02, 0.15] as const, verdict };
    const at05 = { precision: 0.3, recall: 0.5, f1: 0.375 };
    return { ...judged, bar: { ...judged.bar, at05 }, baselines: judged.baselines.map((baseline) => ({ ...baseline, gain: { bar: gain, span: gain } })) };
  };
  const wordsOf = (...args: Parameters<typeof withGain>) => evaluationWords(withGain(...args), 'best').join(' ');

  it('is held against what learns nothing, with the interval of the difference', () => {
    expect(wordsOf('better')).toContain('better than guessing by the position in the window alone (F1 per bar 0.200, each at its chosen threshold) by 0.100 (95 % interval of the difference −0.020 to 0.150)');
    expect(wordsOf('noDifference')).toContain('shows no difference to guessing by the position');
    expect(wordsOf('worse')).toContain('worse than the rule that marks six bars which move far');
  });

  it('says what precision and recall mean, at the threshold that was chosen for nobody', () => {
    expect(wordsOf('better')).toContain('At 0.5 it finds 50 % of the labelled bars; of the bars that it marks, 30 % are labelled.');
  });

  it('warns of what was chosen on the windows that judge', () => {
    expect(wordsOf('better')).toContain('The best epoch, the threshold and some decoders were chosen on these windows');
    expect(evaluationWords(withGain('better'), 'last').join(' ')).toContain('The threshold and some decoders were chosen on these windows');
    expect(evaluationWords({ ...withGain('better'), part: 'test' }, 'best').join(' ')).not.toContain('were chosen');
  });

  it('warns of few windows only', () => {
    expect(wordsOf('better', 15)).toContain('Only 15 windows judge it');
    expect(wordsOf('better', 1)).toContain('Only 1 window judges it');
    expect(wordsOf('better', 100)).not.toContain('Only');
  });
});

describe('the figures of an evaluation', () => {
  const judged = (part: Evaluation['part']) =>
    evaluationFigures(withFigures(0.646, 0.1, { part }));

  it('lead with those that nothing was chosen for', () => {
    expect(judged('val')[0]).toMatchObject({ name: 'F1 per bar at 0.5', note: null, isTuned: false });
    expect(judged('val').map((figure) => figure.isTuned)).toEqual([false, false, false, false, true, true, true, true]);
  });

  it('call those optimistic whose threshold was chosen on the same windows, and no others', () => {
    expect(judged('val').find((figure) => figure.figure === '0.646')?.note).toBe('optimistic: chosen on these');
    expect(judged('test').find((figure) => figure.figure === '0.646')).toMatchObject({ note: 'chosen on validation', isTuned: false });
  });
});

describe('going on with a run', () => {
  const resumable = (state: RunWithEvaluation['state'], resumableFrom: number | null) =>
    resumableEpoch({ run: { state, config: { ...soft.config, epochs: 10 } } as RunWithEvaluation, resumableFrom });

  it('is offered where it ended early and something was kept', () => {
    expect((['interrupted', 'cancelled', 'failed'] as const).map((state) => resumable(state, 4))).toEqual([4, 4, 4]);
    expect([resumable('done', 4), resumable('running', 4), resumable('failed', null), resumable('cancelled', 10), resumableEpoch(undefined)]).toEqual([null, null, null, null, null]);
  });
});

describe('learning curves', () => {
  const record = (epoch: number, val: number | null) =>
    ({
      epoch,
      train: { raw: { span: 1 / epoch } },
      val: val === null ? null : { raw: { span: val } },
      taskWeights: { span: 0.7, pointers: 0.3, type: 0, countdown: 0 },
    }) as unknown as EpochRecord;

  it('have one value an epoch, null where there was no validation', () => {
    expect(taskLosses([record(1, 0.9), record(2, null)], 'span')).toEqual({ train: [1, 0.5], val: [0.9, null] });
  });

  it('show the shares of the tasks in the weighted loss, for training and validation each its own', () => {
    const losses = (span: number, countdown: number) => ({ raw: { span, countdown, pointers: 0, type: 0 }, weighted: 0, sum: 0 });
    const weighed = { ...record(1, null), train: losses(1, 4), val: losses(3, 4), sigmas: { span: 1, countdown: 2, pointers: 1, type: 1 } };
    const validated = { ...weighed, val: null };
    expect(taskShares([weighed, validated], 'span')).toEqual({ train: [0.5, 0.5], val: [0.75, null] });
    expect(bothParts({ train: [1], val: [null] }).map(({ name }) => name)).toEqual(['train']);
    expect(bothParts({ train: [1], val: [2] }).map(({ name, values }) => [name, values])).toEqual([['train', [1]], ['validation', [2]]]);
  });

  it('leave out tasks that are switched off', () => {
    expect(learnedTasks([record(1, null)], TASK_NAMES)).toEqual(['pointers', 'span']);
  });
});
