import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseFigures } from '../../../src/shared/experiments/summarise-figures.ts';

describe('a summary of figures', () => {
  it('has every number by its path, in the order in which it comes first, and neither words nor lists', () => {
    const evaluations = [
      { part: 'val', windows: 4, bar: { at05: { f1: 0.5 }, curve: [0.1, 0.2] }, auc: null },
      { part: 'val', windows: 6, bar: { at05: { f1: 0.7 }, curve: [0.3] }, auc: 0.9 },
    ];
    expect(summariseFigures(evaluations)).toEqual([
      { figure: 'windows', members: 2, mean: 5, deviation: expect.closeTo(Math.SQRT2), low: 4, high: 6 },
      { figure: 'bar.at05.f1', members: 2, mean: expect.closeTo(0.6), deviation: expect.closeTo(0.141421), low: 0.5, high: 0.7 },
      { figure: 'auc', members: 1, mean: 0.9, deviation: null, low: 0.9, high: 0.9 },
    ]);
    expect(summariseFigures([])).toEqual([]);
  });

  it('has what named items of a list hold under their names', () => {
    const evaluations = [0.2, 0.4].map((f1) => ({ decoders: [{ name: 'dynamic.fixed', bar: { f1 } }, { name: 'threshold.fixed', bar: { f1: 0.1 } }] }));
    expect(summariseFigures(evaluations).map(({ figure, mean }) => [figure, mean])).toEqual([['decoders.dynamic.fixed.bar.f1', expect.closeTo(0.3)], ['decoders.threshold.fixed.bar.f1', expect.closeTo(0.1)]]);
  });

  it('has the items of a list under their names, and nothing of how intervals were made', () => {
    const evaluation = { baselines: [{ name: 'positionPrior', bar: { f1: 0.2 } }, { bar: { f1: 9 } }], resampling: { resamples: 1000 }, ci: { auc: [0.1, 0.2] } };
    expect(summariseFigures([evaluation]).map(({ figure, mean }) => [figure, mean])).toEqual([['baselines.positionPrior.bar.f1', 0.2]]);
  });

  it('has the deviation of a sample, half of the mean squared difference of all pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 20 }), (values) => {
        const [summary] = summariseFigures(values.map((value) => ({ value })));
        const pairs = values.flatMap((a, i) => values.slice(i + 1).map((b) => (a - b) ** 2));
        expect(summary.deviation! ** 2).toBeCloseTo(pairs.reduce((sum, square) => sum + square, 0) / pairs.length / 2, 8);
        expect(summary.low).toBe([...values].sort((a, b) => a - b)[0]);
      }),
    );
  });
});
