import { describe, expect, it } from 'vitest';
import type { ComparedFigure, Comparison } from '../../../../src/shared/domain/comparison.ts';
import { countBars, scoreCounts } from '../../../../src/shared/engine/evaluation/bar-scores.ts';
import { drawResamples } from '../../../../src/shared/engine/evaluation/bootstrap/resamples.ts';
import type { JudgedPart } from '../../../../src/shared/engine/evaluation/judged-part.ts';
import { compareContenders } from '../../../../src/shared/engine/comparison/compare-contenders.ts';
import { makeJudgedPart, uniformOf } from '../evaluation/judged-fixtures.ts';
import { asReplica, makeContender } from './contender-fixtures.ts';

const figure = ({ figures }: Comparison, name: string): ComparedFigure => figures.find((each) => each.figure === name)!;

/** The same windows, judged by models that know more or less of them, whose noise is their own. */
const TRUTH = makeJudgedPart({ seed: 2 });
function modelOf(skill: number, seed: number): JudgedPart {
  const noise = uniformOf(seed);
  return { ...TRUTH, probability: Float32Array.from(TRUTH.target, (label, i) => skill * label + (1 - skill) * noise(i)) };
}
const good = makeContender({ name: 'good', seeds: [asReplica(modelOf(0.4, 11))] });
const bad = makeContender({ name: 'bad', seeds: [asReplica(modelOf(0.1, 12))] });

describe('paired differences', () => {
  it('are those of whole days drawn with replacement, both contenders judged on each draw', () => {
    const { differences } = figure(compareContenders('val', [bad, good], 0), 'bar.at05.f1');
    const days = TRUTH.places.map(({ day }) => day);
    const { counts, groupOf, groups, resamples } = drawResamples(days, 1, uniformOf(99), 200);
    /** One after the other, each window as often as its day was drawn. */
    const f1Of = ({ probability, target, length }: JudgedPart, timesOf: (n: number) => number): number => {
      const drawn = days.flatMap((_, n) => new Array<number>(timesOf(n)).fill(n));
      const bars = <Values extends Float32Array | Uint8Array>(values: Values): number[] => drawn.flatMap((n) => [...values.subarray(n * length, (n + 1) * length)]);
      return scoreCounts(countBars(Float32Array.from(bars(probability)), Uint8Array.from(bars(target)), 0.5)).f1;
    };
    const [better, worse] = [good, bad].map(({ seeds }) => seeds[0].judged);
    const samples = Array.from({ length: resamples }, (_, r) => {
      const timesOf = (n: number): number => counts[r * groups + groupOf[n]];
      return f1Of(better, timesOf) - f1Of(worse, timesOf);
    }).sort((a, b) => a - b);
    const at = (share: number): number => {
      const place = share * (samples.length - 1);
      return samples[Math.floor(place)] + (place % 1) * (samples[Math.ceil(place)] - samples[Math.floor(place)]);
    };
    expect(differences[0]).toBeNull();
    expect(differences[1]!.difference).toBeCloseTo(f1Of(better, () => 1) - f1Of(worse, () => 1), 12);
    expect(differences[1]!.interval[0]).toBeCloseTo(at(0.025), 12);
    expect(differences[1]!.interval[1]).toBeCloseTo(at(0.975), 12);
    expect(differences[1]!.verdict).toBe('better');
  });

  it('are 0 everywhere, and no difference, between a run and itself', () => {
    const { figures, configuration, confusion, conclusions } = compareContenders('val', [good, { ...good, about: { ...good.about, name: 'again' } }], 0);
    const compared = figures.filter(({ differences }) => differences[1] !== null);
    expect(compared.length).toBeGreaterThan(30);
    for (const { figure: name, differences } of compared) expect(differences[1], name).toEqual({ difference: 0, interval: [0, 0], verdict: 'noDifference' });
    expect(configuration).toEqual([]);
    expect(confusion.every(({ right: [one, other] }) => one === other)).toBe(true);
    expect(conclusions[0]).toMatch(/no difference was found/);
    expect(conclusions[0]).not.toMatch(/better|worse/);
  });

  it('turn round with the contenders', () => {
    const there = compareContenders('val', [good, bad], 0).figures;
    const back = compareContenders('val', [bad, good], 0).figures;
    const opposite = { better: 'worse', worse: 'better', noDifference: 'noDifference' } as const;
    expect(back.map(({ figure: name }) => name)).toEqual(there.map(({ figure: name }) => name));
    for (const [n, { figure: name, values, intervals, differences: [, difference] }] of there.entries()) {
      expect([...back[n].values].reverse(), name).toEqual(values);
      expect([...back[n].intervals].reverse(), name).toEqual(intervals);
      const other = back[n].differences[1];
      if (difference === null) expect(other, name).toBeNull();
      else {
        expect(other!.difference, name).toBeCloseTo(-difference.difference, 12);
        expect(other!.interval[0], name).toBeCloseTo(-difference.interval[1], 12);
        expect(other!.interval[1], name).toBeCloseTo(-difference.interval[0], 12);
        expect(other!.verdict, name).toBe(opposite[difference.verdict]);
      }
    }
  });

  it('call a lower error better, and a signed one neither', () => {
    const comparison = compareContenders('val', [bad, good], 0);
    expect(figure(comparison, 'brier')).toMatchObject({ higherIsBetter: false, differences: [null, { verdict: 'better' }] });
    expect(figure(comparison, 'brier').differences[1]!.difference).toBeLessThan(0);
    expect(figure(comparison, 'span.startError').higherIsBetter).toBeNull();
    expect(comparison.figures.some(({ figure: name }) => name.startsWith('baselines.') || name.startsWith('repeatAgreement.'))).toBe(false);
  });
});

describe('several seeds', () => {
  const seeds = [0.1, 0.25, 0.4].map((skill, n) => asReplica(modelOf(skill, 20 + n)));
  const many = makeContender({ name: 'many', seeds });
  const comparison = compareContenders('val', [bad, many], 0);

  it('are averaged resample by resample, with the deviation between them beside', () => {
    for (const name of ['bar.at05.f1', 'auc', 'ece', 'span.f1Iou50']) {
      const own = seeds.map(({ sampled }) => sampled.figures.get(name)!);
      const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;
      const value = mean(own.map((each) => each.value));
      const samples = Array.from({ length: 200 }, (_, r) => mean(own.map((each) => each.samples[r]))).sort((a, b) => a - b);
      expect(figure(comparison, name).values[1]).toBeCloseTo(value, 12);
      expect(figure(comparison, name).deviations).toEqual([null, expect.closeTo(Math.sqrt(own.reduce((sum, each) => sum + (each.value - value) ** 2, 0) / 2), 12)]);
      const [low, high] = figure(comparison, name).intervals[1]!;
      // Of 200, the ends lie between the fifth and the sixth from either side.
      expect(low >= samples[4] && low <= samples[5], `${name}: ${low}`).toBe(true);
      expect(high >= samples[194] && high <= samples[195], `${name}: ${high}`).toBe(true);
    }
  });

  it('are right about a window where more than half of them are, and are drawn together', () => {
    const alone = seeds.map((seed) => compareContenders('val', [bad, makeContender({ name: 'alone', seeds: [seed] })], 0));
    for (const { windowId, right, decoded } of comparison.confusion) {
      const votes = alone.map((each) => each.confusion.find((window) => window.windowId === windowId)!);
      expect(right[1]).toBe(votes.filter((window) => window.right[1]).length >= 2);
      expect(decoded[1]).toEqual(votes[0].decoded[1]);
    }
    const { histogram, thresholds } = comparison.contenders[1].curves;
    const own = seeds.map(({ sampled }) => sampled.evaluation.curves);
    expect(histogram.inside).toEqual(own[0].histogram.inside.map((_, bin) => own.reduce((sum, each) => sum + each.histogram.inside[bin], 0)));
    const recallAt05 = own.reduce((sum, each) => sum + each.thresholds[50].recall, 0) / 3;
    expect(thresholds[50].recall).toBeCloseTo(recallAt05, 12);
  });

  it('have no figure that one of them lacks', () => {
    const none = asReplica({ ...modelOf(0.1, 30), probability: new Float32Array(TRUTH.target.length) });
    const { values, intervals, differences } = figure(compareContenders('val', [bad, makeContender({ name: 'holes', seeds: [seeds[2], none] })], 0), 'decoders.threshold.fixed.span.startError');
    expect([values[1], intervals[1], differences[1]]).toEqual([null, null, null]);
  });
});

describe('baselines', () => {
  it('are those of the first contender, and each contender is held against them', () => {
    const { baselines } = compareContenders('val', [bad, good], 0);
    const own = [bad, good].map(({ seeds }) => seeds[0].sampled.evaluation.baselines);
    expect(baselines.map(({ name, bar }) => [name, bar])).toEqual(own[0].map(({ name, bar }) => [name, bar]));
    // Labels and prior are the same for both.
    expect(baselines[0].gains).toEqual([own[0][0].gain, own[1][0].gain]);
  });
});
