import { describe, expect, it } from 'vitest';
import type { ContenderPart } from '../../../../src/shared/domain/comparison.ts';
import type { EpochRecord } from '../../../../src/shared/domain/run.ts';
import type { TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { compareContenders, type JudgedContender } from '../../../../src/shared/engine/comparison/compare-contenders.ts';
import { findPreset } from '../../../../src/shared/engine/training/presets.ts';
import type { JudgedPart } from '../../../../src/shared/engine/evaluation/judged-part.ts';
import { makeJudgedPart, uniformOf } from '../evaluation/judged-fixtures.ts';
import { asReplica, makeContender } from './contender-fixtures.ts';

const TRUTH = makeJudgedPart({ seed: 2 });
function modelOf(skill: number, seed: number, level = 1): JudgedPart {
  const noise = uniformOf(seed);
  return { ...TRUTH, probability: Float32Array.from(TRUTH.target, (label, i) => level * (skill * label + (1 - skill) * noise(i))) };
}
const named = (name: string, judged: JudgedPart, changes: Partial<TrainConfig> = {}, about: Partial<ContenderPart> = {}) =>
  makeContender({ name, seeds: [asReplica(judged)], config: { ...findPreset('published').config, ...changes }, ...about });

const first = named('first', modelOf(0.3, 1));
const cautions = (...contenders: readonly JudgedContender[]) => compareContenders('val', contenders, 0).cautions.join('\n');
const conclusions = (...contenders: readonly JudgedContender[]) => compareContenders('val', contenders, 0).conclusions.join('\n');

describe('conclusions', () => {
  it('name what is better and worse with its interval, and say no difference where it holds 0', () => {
    const [said] = compareContenders('val', [first, named('second', modelOf(0.45, 2))], 0).conclusions;
    expect(said).toMatch(/^“second” against “first”, on the same 24 windows with 24 spans: better in .*area under the ROC curve \(\+0\.\d{3} \[0\.\d{3}, 0\.\d{3}\]\)/);
    const [back] = compareContenders('val', [named('second', modelOf(0.45, 2)), first], 0).conclusions;
    expect(back).toMatch(/worse in .*area under the ROC curve \(−0\.\d{3} \[−0\.\d{3}, −0\.\d{3}\]\)/);
    expect(conclusions(first, named('third', modelOf(0.3, 9)))).toMatch(/no difference/);
  });

  it('doubt differences that seeds alone could make', () => {
    const seeds = (skills: readonly number[], from: number) => skills.map((skill, n) => asReplica(modelOf(skill, from + n)));
    const wide = makeContender({ name: 'wide', seeds: seeds([0.1, 0.6], 30) });
    const narrow = makeContender({ name: 'narrow', seeds: seeds([0.12, 0.13], 40) });
    const sure = makeContender({ name: 'sure', seeds: seeds([0.5, 0.5], 50) });
    expect(conclusions(narrow, wide)).toMatch(/between “wide” and “narrow” in .* no larger than two standard errors over their seeds/);
    expect(conclusions(narrow, sure)).not.toMatch(/standard errors/);
  });

  it('say whether a contender beats the position in the window', () => {
    expect(conclusions(first, named('blind', modelOf(0, 3)))).toMatch(/“blind” (shows no difference to|does worse than) the position in the window alone/);
    expect(conclusions(first, named('good', modelOf(0.5, 3)))).toMatch(/“good” does better than the position in the window alone/);
  });

  it('keep low probabilities apart from a lack of skill', () => {
    expect(conclusions(first, named('low', modelOf(0.5, 3, 0.3)))).toMatch(/F1 of bars at 0\.5 \(0\.000\) says of “low” that its probabilities are low/);
    expect(conclusions(first, named('high', modelOf(0.5, 3)))).not.toMatch(/of “high” that its probabilities are low/);
  });

  it('know sigmas that only followed the optimiser, and a task that makes the sum', () => {
    const each = (value: number) => ({ pointers: value, type: value, span: value, countdown: value });
    const withRun = (sigma: number, countdown: number) => {
      const contender = named('run', modelOf(0.3, 1));
      const raw = { ...each(1), countdown };
      const record = { raw, weighted: 0, sum: 3 + countdown };
      const epoch = (n: number) => ({ epoch: n, train: record, val: record, learningRate: 0.001 }) as EpochRecord;
      const runs = contender.about.runs.map((run) => ({ ...run, steps: 300, epochs: Array.from({ length: 50 }, (_, n) => epoch(n + 1)), sigmas: { ...each(1), pointers: sigma } }));
      return { ...contender, about: { ...contender.about, runs } };
    };
    expect(conclusions(first, withRun(0.5488, 97))).toMatch(/moved as far as the optimiser can in 300 steps, whatever the data: that of pointers ends at 0\.549, and exp\(−0\.300 − 0\.300\) is 0\.549/);
    expect(conclusions(first, withRun(0.5488, 97))).toMatch(/97 % of the plain sum of losses of “run” is its countdown loss/);
    expect(conclusions(first, withRun(0.7, 3))).not.toMatch(/optimiser can|plain sum/);
  });
});

describe('cautions', () => {
  it('name what flatters', () => {
    expect(cautions(first, named('kept', modelOf(0.3, 2), { keep: 'best' }))).toMatch(/weights of “kept” are those of the epoch that did best on these windows/);
    // What old runs do not say is the best epoch, too.
    const { keep: _keep, ...unsaid } = findPreset('published').config;
    expect(cautions(first, named('old', modelOf(0.3, 2), {}, { config: unsaid }))).toMatch(/weights of “old” are those of the epoch/);
    expect(cautions(first, named('leaky', modelOf(0.3, 2), { split: { kind: 'random', validation: 0.2, test: 0 } }))).toMatch(/split of “leaky” is random and leaky/);
    const random = { kind: 'folds', count: 5, fold: 1, within: { kind: 'random', validation: 0.2, test: 0 } } as const;
    expect(cautions(first, named('leaky', modelOf(0.3, 2), { split: random }))).toMatch(/split of “leaky” is random and leaky/);
    expect(cautions(first, first)).not.toMatch(/leaky|keep: best/);
    const plain = compareContenders('test', [first, first], 0).cautions.join('\n');
    expect(plain).not.toMatch(/chosen on these windows/);
  });

  it('name other labels, windows that are left out, and runs that are missing', () => {
    const relabelled = { ...first, about: { ...first.about, runs: first.about.runs.map((run) => ({ ...run, snapshotHash: 'bbbb' })) } };
    expect(cautions(first, relabelled)).toMatch(/did not learn from the same labels: there are 2 snapshots/);
    expect(compareContenders('val', [first, first], 3).cautions.join('\n')).toMatch(/3 windows that not all of them judged.* are left out; 24 windows are compared/);
    expect(cautions(first, named('part', modelOf(0.3, 2), {}, { missing: 2 }))).toMatch(/Left out because they did not come to their end: 2 trainings of “part”/);
  });

  it('name few steps, one seed and one day', () => {
    const short = { ...first, about: { ...first.about, name: 'short', runs: first.about.runs.map((run) => ({ ...run, steps: 300 })) } };
    expect(cautions(first, short)).toMatch(/Fewer than 500 steps of the optimiser: “short”\./);
    expect(cautions(first, first)).not.toMatch(/Fewer than 500/);
    expect(cautions(first, first)).toMatch(/One seed alone/);
    const seeds = makeContender({ name: 'many', seeds: [asReplica(modelOf(0.3, 2)), asReplica(modelOf(0.3, 3))] });
    expect(cautions(seeds, seeds)).not.toMatch(/One seed alone/);
    const oneDay = { ...TRUTH, places: TRUTH.places.map((place) => ({ ...place, day: 'one' })) };
    expect(cautions(named('a', oneDay), named('b', oneDay))).toMatch(/All windows are of one trading day/);
  });

  it('never let losses of two modes be compared', () => {
    const crf = makeContender({ name: 'crf', mode: 'crf', seeds: [asReplica(makeJudgedPart({ seed: 2, mode: 'crf' }), 'crf')] });
    const said = cautions(first, crf);
    expect(said).toMatch(/neither their values, nor their ratio, nor sums with them say which model is better/);
    expect(said).toMatch(/“crf” are a softmax of emissions/);
    expect(said).toMatch(/not decoded the same way/);
    expect(cautions(first, first)).not.toMatch(/ratio|softmax|decoded the same way/);
  });
});
