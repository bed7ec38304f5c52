import { describe, expect, it } from 'vitest';
import { partsOf, countSeeds, learnersOf } from '../../../../src/shared/engine/comparison/contender-parts.ts';
import type { TogetherContender } from '../../../../src/shared/domain/comparison.ts';
import { runId } from '../../../../src/shared/domain/ids.ts';
import type { EpochRecord } from '../../../../src/shared/domain/run.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import type { SpanMode } from '../../../../src/shared/domain/train-config.ts';
import { compareContenders, type JudgedContender } from '../../../../src/shared/engine/comparison/compare-contenders.ts';
import { findDifferences } from '../../../../src/shared/engine/comparison/config-differences.ts';
import { judgeTogether } from '../../../../src/shared/engine/comparison/judge-together.ts';
import { makeReport } from '../../../../src/shared/engine/comparison/report/make-report.ts';
import { judge, makeJudgedPart } from '../evaluation/judged-fixtures.ts';
import { asReplica, makeContender, type JudgedOne } from './contender-fixtures.ts';

const TRUTH = makeJudgedPart({ seed: 2 });
const each = (value: number) => ({ pointers: value, type: value, span: value, countdown: value });

function trained(name: string, mode: SpanMode, seed: number): JudgedOne {
  const own = makeJudgedPart({ seed, mode });
  const judged = { ...own, labels: TRUTH.labels, target: TRUTH.target, places: TRUTH.places };
  const contender = makeContender({ name, mode, seeds: [asReplica(judged, mode, runId(seed))] });
  const losses = { raw: each(1), weighted: 1, sum: 4 };
  const epochs = [1, 2].map((epoch): EpochRecord => ({ epoch, train: losses, val: losses, sigmas: each(0.9), taskWeights: each(0.25), learningRate: 0.001, gradientNorm: 1, val05: null, valBest: null, separation: null, seconds: 1 }));
  const runs = contender.about.runs.map((run) => ({ ...run, id: runId(seed), epochs, epochsDone: 2 }));
  return { ...contender, about: { ...contender.about, runs, source: { kind: 'run', runId: runId(seed) } } };
}

function together(...all: readonly JudgedOne[]): JudgedContender & { readonly about: TogetherContender } {
  const parts = all.map(({ about }) => about);
  const windows = judgeTogether(all.map(({ seeds }) => seeds[0]));
  const sampled = judge(windows.judged, windows.judged, { mode: 'together', tasks: { pointers: true, type: true, span: true, countdown: false } });
  return { about: { source: { kind: 'together', parts: parts.map(({ source }) => source) }, name: parts.map(({ name }) => name).join(' + '), mode: 'together', kind: 'run', missing: 0, parts }, seeds: [{ ...windows, sampled }] };
}

const [soft, crf, other] = [trained('soft', 'soft', 3), trained('crf', 'crf', 4), trained('other', 'soft', 5)];
const both = together(soft, crf);
const ORIGIN = { version: '1.2.3', writtenAt: timeMs(0), commands: ['expanse compare 1 2 1+2'] };

describe('what learned', () => {
  it('is each contender, and each part of several that is none', () => {
    expect(partsOf(both.about)).toEqual([soft.about, crf.about]);
    const told = (...contenders: readonly JudgedContender[]) => learnersOf(contenders.map(({ about }) => about)).map(({ name, place, nth }) => [name, place, nth]);
    expect(told(both, soft)).toEqual([['crf', 0, undefined], ['soft', 1, undefined]]);
    expect(told(other, both)).toEqual([['other', 0, undefined], ['soft', 1, 1], ['crf', 1, 2]]);
    expect(told(soft, crf, both)).toEqual([['soft', 0, undefined], ['crf', 1, undefined]]);
    expect(told(both, together(soft, other))).toEqual([['soft', 0, 1], ['crf', 0, 2], ['other', 1, undefined]]);
  });

  it('from one seed is of one seed together, whatever its number', () => {
    const seeded = { ...crf.about, runs: crf.about.runs.map((run) => ({ ...run, seed: 9 })) };
    expect(countSeeds({ ...both.about, parts: [soft.about, seeded] })).toBe(1);
  });
});

describe('settings of several together', () => {
  it('are those that all parts have, and several where they do not agree', () => {
    const [one, two] = [{ mode: 'soft', epochs: 5, keep: 'last' }, { mode: 'crf', epochs: 5 }];
    expect(findDifferences([[one], [one, two]])).toEqual([
      { field: 'mode', values: ['soft', { several: ['soft', 'crf'] }] },
      { field: 'keep', values: ['last', { several: ['last', undefined] }] },
    ]);
    expect(findDifferences([[{ ...one, clip: null }], [{ ...one, clip: null }, one]])).toEqual([{ field: 'clip', values: [null, { several: [null, undefined] }] }]);
    expect(findDifferences([[two], [two, two]])).toEqual([]);
  });
});

describe('a comparison with several together', () => {
  const comparison = compareContenders('val', [soft, both], 0);
  const report = makeReport(comparison, ORIGIN);

  it('says of whom it is the mean, and what it has no figures of', () => {
    const said = comparison.cautions.join('\n');
    expect(said).toMatch(/“soft \+ crf” is no run, but 2 models together: each bar has the mean of the probabilities of “soft” \(soft\) and “crf” \(crf\), of a model of sequences its posterior\. It has no most likely sequence.* It has no figures of the countdown: Not all of those that are judged together learned this\./);
    expect(said).toMatch(/span losses are of different kinds/);
    expect(said).not.toMatch(/softmax of emissions/);
    expect(said).not.toMatch(/no figures of pointers|no figures of the type/);
  });

  it('never calls them a model of one mode', () => {
    const [, told] = (JSON.parse(report['comparison.json']) as { contenders: readonly Record<string, unknown>[] }).contenders;
    expect(told).toMatchObject({ name: 'soft + crf', mode: 'together', parts: [{ mode: 'soft' }, { mode: 'crf' }] });
    expect([told['config'], told['runs']]).toEqual([undefined, undefined]);
  });

  it('shows a window by the first part, and decodes what they say together', () => {
    expect(report['report.md']).toContain('the app opens such a window with the first part’s run');
    expect(makeReport(compareContenders('val', [soft, crf], 0), ORIGIN)['report.md']).not.toContain('several together');
    expect(comparison.confusion.every(({ shownBy }) => shownBy[0] === 3 && shownBy[1] === 3)).toBe(true);
  });

  it('tells of learning part by part, each once', () => {
    const html = report['report.html'];
    const panelsOf = (caption: RegExp) => html.split('<figure>').slice(1).filter((figure) => caption.test(/<figcaption>(.*?)<\/figcaption>/.exec(figure)![1]));
    expect(panelsOf(/^span: /).map((panel) => [...new Set([...panel.matchAll(/<path class="(c\d)/g)].map(([, colour]) => colour))])).toEqual([['c0'], ['c1']]);
    const markdown = report['report.md'];
    expect(markdown).toContain('“soft + crf” did not learn as one');
    expect(markdown.match(/^soft$/gm)).toHaveLength(2);
    expect(markdown.match(/^crf$/gm)).toHaveLength(2);
    expect(markdown).toContain('| mode | "soft" | several: "soft", "crf" |');
    expect(markdown).toMatch(/^\| crf \| crf 1 \| 4 \|/m);
    expect(html).not.toMatch(/NaN|undefined|\[object/);
  });
});
