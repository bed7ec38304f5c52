import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../../../src/shared/domain/evaluation.ts';
import type { EpochRecord, PerTask, RunWithEvaluation } from '../../../../../src/shared/domain/run.ts';
import { findPreset } from '../../../../../src/shared/engine/training/presets.ts';
import { warnOfPositionPrior } from '../../../../../src/shared/engine/training/warnings/beaten-by-prior.ts';
import { warnOfCollapsedProbabilities } from '../../../../../src/shared/engine/training/warnings/collapsed-probabilities.ts';
import { lossShares, warnOfDominantTask } from '../../../../../src/shared/engine/training/warnings/dominant-task.ts';
import { seeDriftingSigmas, tellDriftingSigmas } from '../../../../../src/shared/engine/training/warnings/drifting-sigmas.ts';
import { stepsPerEpoch, warnOfFewSteps } from '../../../../../src/shared/engine/training/warnings/few-steps.ts';
import { warnOfRisingLoss } from '../../../../../src/shared/engine/training/warnings/rising-loss.ts';
import { isLasting } from '../../../../../src/shared/engine/training/warnings/lasting.ts';
import { seeOverfitting, tellOverfitting } from '../../../../../src/shared/engine/training/warnings/overfitting.ts';
import { runWarnings } from '../../../../../src/shared/engine/training/warnings/run-warnings.ts';
import { withFigures } from '../../evaluation/judged-fixtures.ts';

const { config } = findPreset('published');
const ones: PerTask = { pointers: 1, type: 1, span: 1, countdown: 1 };
const losses = (raw: PerTask) => ({ raw, weighted: 0, sum: 0 });
const separated = (inMean: number, outMean: number) => ({ inMean, outMean, separation: inMean - outMean });

/** As after so many epochs of the published study on 168 windows. */
function publishedEpochs(count: number, sigmas: PerTask): EpochRecord[] {
  return Array.from({ length: count }, (_, i) => ({
    epoch: i + 1,
    train: losses({ pointers: 0.02, type: 0.7, span: 0.25, countdown: 11 }),
    val: null,
    sigmas,
    taskWeights: ones,
    learningRate: 1e-3,
    gradientNorm: 1,
    val05: null,
    valBest: null,
    separation: separated(0.09, 0.09),
    seconds: 1,
  }));
}

const evaluation = (f1: number, prior: number): Evaluation => withFigures(f1, prior, { separation: separated(0.09, 0.09) });

describe('few steps', () => {
  it('are warned of below 500, with the number of epochs that would do', () => {
    expect(stepsPerEpoch(168, 32)).toBe(6);
    expect(warnOfFewSteps(6, 50)).toMatch(/^300 steps of the optimiser are few.* 84 epochs would make so many\.$/);
    expect(warnOfFewSteps(6, 83)).toMatch(/^498 /);
    expect(warnOfFewSteps(6, 84)).toBeNull();
    expect(warnOfFewSteps(1, 500)).toBeNull();
    expect(warnOfFewSteps(0, 50)).toBeNull();
  });
});

describe('a loss that rises', () => {
  const epochsOf = (...sums: readonly number[]) => sums.map((sum, i) => ({ epoch: i + 1, train: { ...losses(ones), sum } }));

  it('is warned of, with the highest epoch, also where it fell again', () => {
    expect(warnOfRisingLoss(epochsOf(426, 1840, 5270, 33.9))).toMatch(/^The training loss rose from 426 in the first epoch to 5\.27e\+3 in epoch 3: .*Lower the learning rate/);
    expect(warnOfRisingLoss(epochsOf(10, 15.1))).not.toBeNull();
  });

  it('is none while it falls or wavers, and none in one epoch', () => {
    for (const epochs of [[], epochsOf(7), epochsOf(17, 12, 13), epochsOf(10, 15)]) expect(warnOfRisingLoss(epochs)).toBeNull();
  });
});

describe('a dominant task', () => {
  it('is one with more than four fifths of the weighted loss', () => {
    const raw = { pointers: 0.02, type: 0.7, span: 0.25, countdown: 11 };
    expect(lossShares({ train: losses(raw), sigmas: ones }).countdown).toBeCloseTo(11 / 11.97, 10);
    expect(warnOfDominantTask({ train: losses(raw), sigmas: ones }, config)).toMatch(/^The task "countdown" makes up 92 % of the weighted loss.*Scale the countdown/);
    // A sigma of 4 divides the countdown by 16.
    expect(warnOfDominantTask({ train: losses(raw), sigmas: { ...ones, countdown: 4 } }, config)).toBeNull();
    expect(warnOfDominantTask({ train: losses({ ...ones, span: 12 }), sigmas: ones }, config)).toBeNull();
    expect(warnOfDominantTask({ train: losses({ ...ones, span: 12.1 }), sigmas: ones }, config)).toMatch(/"span" makes up 80 %/);
  });

  it('is none where the others were given little weight to begin with, unless one of them was not', () => {
    const record = { train: losses({ ...ones, span: 50 }), sigmas: ones };
    const quiet = { tasks: { pointers: true, type: true, span: true, countdown: false }, initialLogSigma: { pointers: 3, type: 1, span: 0, countdown: 0 } };
    expect(warnOfDominantTask(record, quiet)).toBeNull();
    expect(warnOfDominantTask(record, { ...quiet, tasks: config.tasks })).toMatch(/"span" makes up/);
    expect(warnOfDominantTask(record, { ...quiet, initialLogSigma: { ...quiet.initialLogSigma, type: 0.9 } })).toMatch(/"span" makes up/);
  });

  it('is none where it is the only one, and none in a loss of 0', () => {
    const only = { ...config, tasks: { pointers: false, type: false, span: true, countdown: false } };
    expect(warnOfDominantTask({ train: losses({ pointers: 0, type: 0, span: 1, countdown: 0 }), sigmas: ones }, only)).toBeNull();
    expect(warnOfDominantTask({ train: losses({ pointers: 0, type: 0, span: 0, countdown: 0 }), sigmas: ones }, config)).toBeNull();
  });
});

describe('sigmas that follow the drift of the optimiser', () => {
  // What the reference code learned from ref210 in 300 steps: exp(-0.3 - 300 * 0.001) is 0.5488.
  const measured: PerTask = { pointers: 0.549, type: 0.842, span: 0.743, countdown: 1.18 };

  it('are named, those of the published study among them', () => {
    expect(tellDriftingSigmas(publishedEpochs(50, measured), 6, config)).toMatch(/^The sigmas of pointers and span have moved as far as the optimiser can in 300 steps/);
    expect(tellDriftingSigmas(publishedEpochs(50, { ...measured, span: 0.9 }), 6, config)).toMatch(/^The sigma of pointers has/);
    expect(seeDriftingSigmas(publishedEpochs(50, measured), 6, config)).toEqual(Array<boolean>(50).fill(true));
  });

  it('are none where they stopped on their way, or belong to no task', () => {
    const settled: PerTask = { pointers: 0.7, type: 0.842, span: 0.9, countdown: 1.18 };
    expect(seeDriftingSigmas(publishedEpochs(50, settled), 6, config).at(-1)).toBe(false);
    const tasks = { ...config.tasks, pointers: false, span: false };
    expect(seeDriftingSigmas(publishedEpochs(50, measured), 6, { ...config, tasks }).at(-1)).toBe(false);
    expect(seeDriftingSigmas([], 6, config)).toEqual([]);
  });
});

describe('overfitting', () => {
  const [epoch] = publishedEpochs(1, ones);
  const score = { precision: 0, recall: 0, f1: 0, threshold: 0.5 };
  const epochsOf = (train: readonly number[], val: readonly number[]): EpochRecord[] =>
    train.map((loss, i) => ({ ...epoch!, epoch: i + 1, train: losses({ ...ones, span: loss }), val: losses({ ...ones, span: val[i]! }), valBest: { ...score, f1: i === 3 ? 0.4 : 0.3 } }));
  const falling = Array.from({ length: 20 }, (_, i) => 1 / (i + 1));
  const rising = falling.map((_, i) => (i < 6 ? 1 - i * 0.1 : 0.5 + (i - 6) * 0.05));

  it('is seen once the validation loss rose well above its lowest and the training loss fell on, with the best epoch', () => {
    const seen = seeOverfitting(epochsOf(falling, rising), config.tasks);
    // Smoothed over three epochs the lowest is epoch 8 (mean of 0.5, 0.5, 0.55); epoch 13 is five after it and above 1.1 times as high.
    expect(seen.indexOf(true)).toBe(12);
    expect(seen.slice(12)).not.toContain(false);
    expect(tellOverfitting(epochsOf(falling, rising), { ...config, keep: 'best' })).toMatch(/span task rose from 0\.517 around epoch 8 to 1\.10, .*by heart.*those of epoch 4, and they are kept.*earlyStopping/);
    expect(tellOverfitting(epochsOf(falling, rising), { ...config, keep: 'last' })).toMatch(/those of epoch 4, but this run keeps the last\./);
  });

  it('is none where the validation loss only wavers, where both rise, or without validation', () => {
    const wavering = falling.map((_, i) => 0.5 + (i % 2) * 0.05);
    expect(seeOverfitting(epochsOf(falling, wavering), config.tasks)).not.toContain(true);
    expect(seeOverfitting(epochsOf(rising, rising), config.tasks)).not.toContain(true);
    expect(seeOverfitting(publishedEpochs(30, ones), config.tasks)).not.toContain(true);
  });

  it('is told by the sum where no span is learned', () => {
    const epochs = epochsOf(falling, rising).map((record) => ({ ...record, train: { ...record.train, sum: record.train.raw.span }, val: { ...record.val!, sum: record.val!.raw.span, raw: ones } }));
    expect(seeOverfitting(epochs, config.tasks)).not.toContain(true);
    expect(seeOverfitting(epochs, { ...config.tasks, span: false }).at(-1)).toBe(true);
  });
});

it('what is seen lasts from the third time on end until it is missing five times on end', () => {
  const shown = (seen: string) => [...seen].map((_mark, i) => (isLasting(Array.from(seen.slice(0, i + 1), (mark) => mark === '1')) ? '1' : '0')).join('');
  expect(shown('')).toBe('');
  expect(shown('110110')).toBe('000000');
  expect(shown('111000010000011')).toBe('001111111111000');
});

describe('collapsed probabilities', () => {
  it.each([[0.09, 0.09], [0.101, 0.092], [0.015, 0.001], [0.05, 0.09]])('%f within spans and %f outside are', (inMean, outMean) => {
    expect(warnOfCollapsedProbabilities(separated(inMean, outMean))).toContain(`${inMean.toFixed(3)} on average within the spans`);
  });
  it.each([[0.14, 0.077], [0.554, 0.383], [0.025, 0.001]])('%f within spans and %f outside are not', (inMean, outMean) => {
    expect(warnOfCollapsedProbabilities(separated(inMean, outMean))).toBeNull();
  });
});

it('the position prior warns where the model does not beat it', () => {
  expect(warnOfPositionPrior(evaluation(0.21, 0.222))).toMatch(/^On the val windows the model's best F1 is 0\.210; .*gives 0\.222/);
  expect(warnOfPositionPrior(evaluation(0.222, 0.222))).not.toBeNull();
  expect(warnOfPositionPrior(evaluation(0.264, 0.222))).toBeNull();
});

describe('the warnings of a run', () => {
  const run = { state: 'done', config, windows: { train: 168, val: 42, test: 0, spans: 210 }, evaluation: evaluation(0.2, 0.222) } as const satisfies Partial<RunWithEvaluation>;
  const measured: PerTask = { pointers: 0.549, type: 0.842, span: 0.743, countdown: 1.18 };

  const textsOf = (...args: Parameters<typeof runWarnings>) => runWarnings(...args).map(({ text }) => text);

  it('are all five for the published study, each of a kind and with a title of its own', () => {
    const warnings = runWarnings(run, publishedEpochs(50, measured));
    expect(warnings.map(({ kind }) => kind)).toEqual(['few-steps', 'dominant-task', 'drifting-sigmas', 'collapsed', 'beaten-by-prior']);
    expect(new Set(warnings.map(({ title }) => title)).size).toBe(5);
    expect(textsOf(run, publishedEpochs(50, measured))).toEqual([
      expect.stringContaining('300 steps'),
      expect.stringContaining('"countdown"'),
      expect.stringContaining('pointers and span'),
      expect.stringContaining('collapsed'),
      expect.stringContaining('position in the window alone'),
    ]);
  });

  it('count the steps to come while it trains, and those done once it ended', () => {
    const epochs = publishedEpochs(3, ones);
    const long = { ...run, config: { ...config, epochs: 200 }, evaluation: null };
    expect(textsOf({ ...long, state: 'running' }, epochs).join()).not.toContain('steps of the optimiser are few');
    expect(textsOf({ ...long, state: 'cancelled' }, epochs)[0]).toContain('18 steps');
  });

  it('leave a training that is not half done the time to learn', () => {
    const running = { ...run, state: 'running', evaluation: null } as const;
    expect(textsOf(running, publishedEpochs(24, measured)).join()).not.toMatch(/sigmas|collapsed/);
    expect(textsOf(running, publishedEpochs(25, measured)).join()).toMatch(/collapsed/);
  });

  it('hold a rising loss', () => {
    const [epoch] = publishedEpochs(1, ones);
    const epochs = [1, 2].map((sum) => ({ ...epoch!, epoch: sum, train: { ...epoch!.train, sum } }));
    expect(textsOf(run, epochs).join()).toMatch(/rose from 1\.00 in the first epoch to 2\.00 in epoch 2/);
  });

  it('do not come and go with a figure that wavers around its limit, and tell of the epoch in which it was seen', () => {
    const running = { ...run, state: 'running', evaluation: null } as const;
    const [epoch] = publishedEpochs(1, ones);
    const epochsOf = (countdowns: readonly number[]) =>
      countdowns.map((countdown, i) => ({ ...epoch!, epoch: i + 1, train: losses({ pointers: 0, type: 0, span: 1, countdown }) }));
    const shown = (countdowns: readonly number[]) => runWarnings(running, epochsOf(countdowns)).find(({ kind }) => kind === 'dominant-task')?.text ?? '';
    const wavering = [9, 9, 9, 3, 9, 3, 3, 3, 3, 9, 3];
    wavering.forEach((_, i) => expect(shown(wavering.slice(0, i + 1))).toMatch(i < 2 ? /^$/ : /90 %/));
    expect(shown([9, 9, 3, 9, 9, 3])).toBe('');
    expect(shown([9, 9, 9, 3, 3, 3, 3, 3])).toBe('');
    expect(runWarnings({ ...running, state: 'done' }, epochsOf([9, 9, 9, 3])).map(({ kind }) => kind)).not.toContain('dominant-task');
  });

  it('hold a guess by position that is better, while it trains, from the second half on', () => {
    const running = { ...run, state: 'running', evaluation: null } as const;
    const view = { histogram: null, priorF1: 0.25, windows: [], memory: { process: null, backend: null } };
    const judged = (count: number, f1: number) => publishedEpochs(count, ones).map((epoch) => ({ ...epoch, view, valBest: { precision: f1, recall: f1, f1, threshold: 0.1 } }));
    expect(textsOf(running, judged(30, 0.25)).join()).toMatch(/In epoch 30 the best F1 on the val windows is 0\.250; the position in the window alone, no bar looked at, gives 0\.250.*train longer/);
    for (const epochs of [judged(24, 0.2), judged(30, 0.26)]) expect(textsOf(running, epochs).join()).not.toContain('position in the window');
    // Records of earlier versions do not tell.
    const old = judged(30, 0.2);
    old.forEach((epoch) => Reflect.deleteProperty(epoch, 'view'));
    expect(textsOf(running, old).join()).not.toContain('position in the window');
  });

  it('are none of the training where it was none', () => {
    expect(runWarnings({ ...run, evaluation: evaluation(0.5, 0.2) }, [])).toEqual([]);
  });
});
