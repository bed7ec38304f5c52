import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contenderLook } from '../../../../src/renderer/screens/compare/contender-looks.ts';
import { overRecall, overThresholds, reliabilities } from '../../../../src/renderer/screens/compare/contender-curves.ts';
import { figureSections } from '../../../../src/renderer/screens/compare/figures/figure-sections.ts';
import { allEpochs, epochLines } from '../../../../src/renderer/screens/compare/learning/epoch-lines.ts';
import { lossPanels, separationReasons } from '../../../../src/renderer/screens/compare/learning/loss-panels.ts';
import { settingText } from '../../../../src/renderer/screens/compare/setting-text.ts';
import { isOfKind, kindTitle, shownPair, WINDOW_KINDS } from '../../../../src/renderer/screens/compare/windows/window-kinds.ts';
import { MOST_COMPARED } from '../../../../src/renderer/state/compared.ts';
import type { ComparedFigure, ComparedWindow, ContenderPart, ContenderRun } from '../../../../src/shared/domain/comparison.ts';
import { runId, seriesId, windowId } from '../../../../src/shared/domain/ids.ts';
import type { EpochRecord } from '../../../../src/shared/domain/run.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { TASK_NAMES, type TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { compareContenders } from '../../../../src/shared/engine/comparison/compare-contenders.ts';
import { findPreset } from '../../../../src/shared/engine/training/presets.ts';
import { asReplica, makeContender } from '../../engine/comparison/contender-fixtures.ts';
import { makeJudgedPart } from '../../engine/evaluation/judged-fixtures.ts';

const everyTask = (value: number) => ({ pointers: value, type: value, span: value, countdown: value });

function makeEpoch(epoch: number, loss: number): EpochRecord {
  const losses = { raw: everyTask(loss), weighted: loss, sum: loss };
  return { epoch, train: losses, val: losses, sigmas: everyTask(1), taskWeights: everyTask(0.25), learningRate: 0.001, gradientNorm: 1, val05: null, valBest: null, separation: null, seconds: 1 };
}

const [A_RUN] = makeContender().about.runs;

const withEpochs = (runs: readonly (readonly number[])[]): readonly ContenderRun[] =>
  runs.map((losses, n) => ({ ...A_RUN, id: runId(n + 1), epochs: losses.map((loss, i) => makeEpoch(i + 1, loss)) }));

const comparison = compareContenders('val', [makeContender({ name: 'one' }), makeContender({ name: 'two', seeds: [asReplica(makeJudgedPart())] })], 0);

function asContender(config: TrainConfig, losses: readonly number[] = [2, 1]): ContenderPart {
  return { ...makeContender().about, config, mode: config.mode, runs: withEpochs([losses]) };
}

describe('the looks of contenders', () => {
  it('are all different, and neighbours differ in colour and in dashes', () => {
    const looks = Array.from({ length: MOST_COMPARED }, (_, place) => contenderLook(place));
    expect(new Set(looks.map(({ colour, isDashed }) => `${colour} ${isDashed}`)).size).toBe(MOST_COMPARED);
    expect(looks.map(({ letter }) => letter).join('')).toBe('ABCDEFGH');
    expect(looks[0].colour).not.toBe(looks[1].colour);
    expect(looks[0].isDashed).not.toBe(looks[1].isDashed);
  });
});

describe('learning curves over each other', () => {
  it('are means over the runs that have the epoch, as adding one by one gives', () => {
    const losses = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(losses, (runs) => {
        const contender = { runs: withEpochs(runs), place: 0 };
        const epochs = allEpochs([contender]);
        expect(epochs).toHaveLength(Math.max(0, ...runs.map((run) => run.length)));
        const [line] = epochLines([contender], epochs, ({ train }) => train.raw.span);
        const slow = epochs.map((epoch) => {
          const there = runs.flatMap((run) => (run.length >= epoch ? [run[epoch - 1]] : []));
          return there.reduce((sum, value) => sum + value, 0) / there.length;
        });
        expect(line?.values ?? []).toEqual(slow);
      }),
    );
  });

  it('leave a gap where a shorter training has ended, and no line where there is nothing', () => {
    const contenders = [{ runs: withEpochs([[3, 2, 1]]), place: 0 }, { runs: withEpochs([[5]]), place: 1 }];
    const lines = epochLines(contenders, allEpochs(contenders), ({ train }) => train.raw.type);
    expect(lines.map(({ name, values }) => [name, ...values])).toEqual([['A', 3, 2, 1], ['B', 5, null, null]]);
    expect(epochLines(contenders, [1, 2, 3], ({ val05 }) => val05?.f1 ?? null)).toEqual([]);
  });
});

describe('losses of different kinds', () => {
  const published = findPreset('published').config;

  it('never share an axis, and it is said why', () => {
    const panels = lossPanels([asContender({ ...published, mode: 'soft' }), asContender({ ...published, mode: 'crf' }), asContender({ ...published, mode: 'soft', seed: 3 })]);
    expect(panels.filter(({ task }) => task === 'span').map(({ learners }) => learners.map(({ place }) => place))).toEqual([[0, 2], [1]]);
    expect(panels.filter(({ task }) => task !== 'span').map(({ learners }) => learners.length)).toEqual([3, 3, 3]);
    const [reason, ...others] = separationReasons(panels);
    expect(others).toEqual([]);
    expect(reason).toMatch(/A, C learn by binary cross-entropy of bars on probability, binary mask; B learns by negative log-likelihood .*\(CRF\)\. These are different quantities/);
  });

  it('are of one kind only with the same weight, target and confidence', () => {
    const changes: readonly Partial<TrainConfig>[] = [{ spanLoss: { kind: 'mse' } }, { spanLoss: { kind: 'bce', on: 'probability', positiveWeight: 7 } }, { maskTarget: 'soft' }, { confidence: 'weight' }, { mode: 'segments' }];
    for (const change of changes) expect(lossPanels([asContender(published), asContender({ ...published, ...change })]).filter(({ task }) => task === 'span')).toHaveLength(2);
    const scaled = lossPanels([asContender({ ...published, countdown: 'raw' }), asContender({ ...published, countdown: 'scaled' })]);
    expect(TASK_NAMES.map((task) => scaled.filter((panel) => panel.task === task).length)).toEqual([1, 1, 1, 2]);
  });
});

describe('windows', () => {
  const right = (...each: readonly boolean[]): ComparedWindow => ({
    windowId: windowId(1),
    seriesId: seriesId(1),
    symbol: 'TEST',
    fromIndex: 0,
    startTime: timeMs(0),
    length: 105,
    spans: [],
    right: each,
    decoded: each.map(() => []),
    shownBy: each.map((_, n) => runId(n + 1)),
  });

  it('are each of one kind, and of all', () => {
    const kindsOf = (window: ComparedWindow) => WINDOW_KINDS.filter((kind) => isOfKind(window, kind));
    expect(kindsOf(right(true, false))).toEqual(['some', 'all']);
    expect(kindsOf(right(false, false, true))).toEqual(['some', 'all']);
    expect(kindsOf(right(false, false))).toEqual(['none', 'all']);
    expect(kindsOf(right(true, true))).toEqual(['every', 'all']);
    expect([kindTitle('some', 2), kindTitle('some', 3)]).toEqual(['Only one right', 'Only some right']);
  });

  it('are shown with the first contender and one that fares differently, where there is one', () => {
    expect(shownPair(right(true, true, false))).toEqual([0, 2]);
    expect(shownPair(right(false, true, true))).toEqual([0, 1]);
    expect(shownPair(right(true, true, true))).toEqual([0, 1]);
    // The first together with others is shown by the first's own run.
    expect(shownPair({ ...right(false, true), shownBy: [runId(1), runId(1)] })).toEqual([0, null]);
    expect(shownPair({ ...right(false, true, false), shownBy: [runId(1), runId(1), runId(2)] })).toEqual([0, 2]);
  });
});

describe('the figures', () => {
  it('are all there, once, those first that one looks for first', () => {
    const { sections, others } = figureSections(comparison.figures);
    const all = [...sections.flatMap(({ figures }) => figures), ...others];
    expect(new Set(all)).toEqual(new Set(comparison.figures));
    expect(all).toHaveLength(comparison.figures.length);
    expect(sections.slice(0, 3).map(({ title, figures }) => [title, figures[0].figure])).toEqual([
      ['Bars', 'bar.at05.f1'],
      ['Spans', 'span.f1Iou50'],
      ['Probabilities, no threshold chosen', 'auprc'],
    ]);
    expect(others.every(({ figure }) => figure.startsWith('decoders.'))).toBe(true);
  });

  it('keep what no section knows', () => {
    const unknown: ComparedFigure = { figure: 'something.new', higherIsBetter: null, values: [1, 2], intervals: [null, null], deviations: [null, null], differences: [null, null] };
    expect(figureSections([unknown])).toEqual({ sections: [], others: [unknown] });
  });
});

describe('curves of contenders', () => {
  it('are theirs, in their looks, with chance and perfection once', () => {
    const { contenders } = comparison;
    expect(overThresholds(contenders, 'recall').map(({ name, colour }) => [name, colour])).toEqual([['A', '--accent'], ['B', '--second']]);
    expect(overThresholds(contenders, 'recall')[1].points).toEqual(contenders[1].curves.thresholds.map(({ threshold, recall }) => [threshold, recall]));
    expect(overRecall(contenders).map(({ name }) => name)).toEqual(['A', 'B', 'chance']);
    expect(reliabilities(contenders).map(({ name }) => name)).toEqual(['A', 'B', 'perfect']);
  });
});

describe('a setting', () => {
  it('is written as a person would', () => {
    expect(settingText({ several: ['soft', undefined, [1, 2]] })).toBe('several: soft; not set; 1, 2');
    expect([undefined, null, true, 0.3, 'soft', ['EURUSD', 4], { heads: 2, on: false }].map(settingText)).toEqual(['not set', 'none', 'on', '0.3', 'soft', 'EURUSD, 4', 'heads 2, on off']);
  });
});
