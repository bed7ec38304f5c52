import { describe, expect, it } from 'vitest';
import { configRows } from '../../../../src/renderer/screens/train/config-rows.ts';
import { draftConfig, EMPTY_DRAFT } from '../../../../src/renderer/screens/train/config-draft.ts';
import { roleOf, splitOfKind, withRole } from '../../../../src/renderer/screens/train/split-draft.ts';
import { evaluationFigures } from '../../../../src/renderer/screens/train/evaluation-figures.ts';
import { evaluationWords } from '../../../../src/renderer/screens/train/evaluation-words.ts';
import { learnedTasks, taskLosses } from '../../../../src/renderer/screens/train/learning-curves.ts';
import { resumableEpoch } from '../../../../src/renderer/screens/train/resumable-epoch.ts';
import type { Preset } from '../../../../src/shared/contract/training.ts';
import type { Evaluation } from '../../../../src/shared/domain/evaluation.ts';
import type { EpochRecord, RunSummary } from '../../../../src/shared/domain/run.ts';
import { TASK_NAMES, type TrainConfig } from '../../../../src/shared/domain/train-config.ts';

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
  const evaluation = (f1: number, prior: number, windows = 100): Evaluation => ({
    part: 'val',
    windows,
    spans: 80,
    bar: { at05: { precision: 0.3, recall: 0.5, f1: 0.375 }, best: { precision: 0.6, recall: 0.7, f1, threshold: 0.4 }, macroF1At05: 0 },
    separation: { inMean: 0.5, outMean: 0.1, separation: 0.4 },
    positionPrior: { precision: 0, recall: 0, f1: prior, threshold: 0.1 },
  });
  const wordsOf = (...args: Parameters<typeof evaluation>) => evaluationWords(evaluation(...args)).join(' ');

  it('is held against the position prior', () => {
    expect(wordsOf(0.6, 0.2)).toContain('better than guessing by the position');
    expect(wordsOf(0.21, 0.2)).toContain('about as well as guessing');
    expect(wordsOf(0.1, 0.2)).toContain('worse than guessing');
  });

  it('says what precision and recall mean, at the threshold that was chosen for nobody', () => {
    expect(wordsOf(0.6, 0.2)).toContain('At 0.5 it finds 50 % of the labelled bars; of the bars that it marks, 30 % are labelled.');
  });

  it('warns of what was chosen on the windows that judge', () => {
    expect(wordsOf(0.6, 0.2)).toContain('were chosen on these windows');
    expect(evaluationWords({ ...evaluation(0.6, 0.2), part: 'test' }).join(' ')).not.toContain('were chosen');
  });

  it('warns of few windows only', () => {
    expect(wordsOf(0.6, 0.2, 15)).toContain('Only 15 windows judge it');
    expect(wordsOf(0.6, 0.2, 1)).toContain('Only 1 window judges it');
    expect(wordsOf(0.6, 0.2, 100)).not.toContain('Only');
  });

  it('makes less of a gain that few windows show', () => {
    expect(wordsOf(0.26, 0.2, 100)).toContain('better than');
    expect(wordsOf(0.26, 0.2, 5)).toContain('about as well as');
  });
});

describe('the figures of an evaluation', () => {
  const judged = (part: Evaluation['part']) =>
    evaluationFigures({
      part,
      windows: 9,
      spans: 8,
      bar: { at05: { precision: 0.3, recall: 0.5, f1: 0.375 }, best: { precision: 0.6, recall: 0.7, f1: 0.646, threshold: 0.4 }, macroF1At05: 0.2 },
      separation: { inMean: 0.5, outMean: 0.1, separation: 0.4 },
      positionPrior: { precision: 0, recall: 0, f1: 0.1, threshold: 0.1 },
    });

  it('lead with those that nothing was chosen for', () => {
    expect(judged('val')[0]).toEqual({ name: 'F1 per bar at 0.5', figure: '0.375', note: null, isTuned: false });
    expect(judged('val').map((figure) => figure.isTuned)).toEqual([false, false, false, false, false, true, true, true]);
  });

  it('call those optimistic whose threshold was chosen on the same windows, and no others', () => {
    expect(judged('val').find((figure) => figure.figure === '0.646')?.note).toBe('optimistic: chosen on these');
    expect(judged('test').find((figure) => figure.figure === '0.646')).toMatchObject({ note: 'chosen on validation', isTuned: false });
  });
});

describe('going on with a run', () => {
  const resumable = (state: RunSummary['state'], resumableFrom: number | null) =>
    resumableEpoch({ run: { state, config: { ...soft.config, epochs: 10 } } as RunSummary, resumableFrom });

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

  it('leave out tasks that are switched off', () => {
    expect(learnedTasks([record(1, null)], TASK_NAMES)).toEqual(['pointers', 'span']);
  });
});
