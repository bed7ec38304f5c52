import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalOf, pairedDifference } from '../../../../../src/shared/engine/evaluation/bootstrap/interval.ts';
import { drawResamples } from '../../../../../src/shared/engine/evaluation/bootstrap/resamples.ts';
import { sampleSums } from '../../../../../src/shared/engine/evaluation/bootstrap/sample-sums.ts';
import { barScores } from '../../../../../src/shared/engine/evaluation/bar-scores.ts';
import { barSums } from '../../../../../src/shared/engine/evaluation/sums/bar-sums.ts';
import { uniformOf } from '../judged-fixtures.ts';

const daysOf = (...sizes: readonly number[]): string[] => sizes.flatMap((size, day) => Array.from({ length: size }, () => `${day}`));

describe('resamples', () => {
  it('draw whole days, as many as there are', () => {
    const { groups, groupOf, counts, by } = drawResamples(daysOf(3, 1, 4), 1, uniformOf(1), 50);
    expect({ groups, by, groupOf: [...groupOf] }).toEqual({ groups: 3, by: 'day', groupOf: [0, 0, 0, 1, 2, 2, 2, 2] });
    for (let r = 0; r < 50; r++) expect(counts.subarray(r * 3, r * 3 + 3).reduce((a, b) => a + b)).toBe(3);
    expect(new Set(Array.from({ length: 50 }, (_, r) => counts.subarray(r * 3, r * 3 + 3).join())).size).toBeGreaterThan(5);
  });

  it('are the same for the same seed, and of windows where all are of one day', () => {
    expect(drawResamples(daysOf(2, 2), 1, uniformOf(1), 9).counts).toEqual(drawResamples(daysOf(2, 2), 1, uniformOf(1), 9).counts);
    expect(drawResamples(daysOf(5), 1, uniformOf(1), 9)).toMatchObject({ by: 'window', groups: 5, groupOf: Int32Array.of(0, 1, 2, 3, 4) });
  });

  it('draw each day equally often', () => {
    const { counts } = drawResamples(daysOf(1, 1, 1, 1), 1, uniformOf(3), 4000);
    for (let day = 0; day < 4; day++) expect(counts.filter((_, i) => i % 4 === day).reduce((a, b) => a + b, 0) / 4000).toBeCloseTo(1, 1);
  });
});

describe('figures of resamples', () => {
  it('are those of the windows laid out as often as they were drawn', () => {
    const length = 4;
    fc.assert(
      fc.property(fc.array(fc.array(fc.record({ p: fc.constantFrom(0.2, 0.6), t: fc.constantFrom(0, 1) }), { minLength: length, maxLength: length }), { minLength: 2, maxLength: 6 }), (windows) => {
        const probability = Float32Array.from(windows.flat(), ({ p }) => p);
        const target = Uint8Array.from(windows.flat(), ({ t }) => t);
        const resamples = drawResamples(windows.map((_, n) => `${n % 3}`), 1, uniformOf(2), 5);
        const [, , f1] = sampleSums(barSums({ length, probability, target }, 0.5), resamples);
        for (let r = 0; r < 5; r++) {
          const chosen = windows.flatMap((window, n) => Array.from({ length: resamples.counts[r * resamples.groups + resamples.groupOf[n]] }, () => window)).flat();
          expect(f1[r]).toBeCloseTo(barScores(Float32Array.from(chosen, ({ p }) => p), Uint8Array.from(chosen, ({ t }) => t), 0.5).f1, 12);
        }
      }),
    );
  });
});

describe('an interval', () => {
  it('holds the middle 95 % of the samples', () => {
    expect(intervalOf(Float64Array.from({ length: 101 }, (_, i) => 100 - i))).toEqual([2.5, 97.5]);
    expect(intervalOf(Float64Array.of(3))).toEqual([3, 3]);
  });

  it('leaves out what is undefined, and is none where most is', () => {
    expect(intervalOf(Float64Array.of(1, Number.NaN, 1, 1))).toEqual([1, 1]);
    expect(intervalOf(Float64Array.of(Number.NaN, Number.NaN, Number.NaN, 1))).toBeNull();
    expect(intervalOf(new Float64Array(0))).toBeNull();
  });
});

describe('a paired difference', () => {
  const noisy = (shift: number) => Float64Array.from({ length: 400 }, (_, i) => 0.5 + 0.3 * (uniformOf(8)(i) - 0.5) + shift);

  it('is told from 0 where both move together, however much each moves', () => {
    const found = pairedDifference({ value: 0.52, samples: noisy(0.02) }, { value: 0.5, samples: noisy(0) })!;
    expect(found.verdict).toBe('better');
    expect(found.difference).toBeCloseTo(0.02, 12);
    expect(found.interval[0]).toBeCloseTo(0.02, 9);
    expect(pairedDifference({ value: 0.52, samples: noisy(0.02) }, { value: 0.5, samples: noisy(0) }, false)!.verdict).toBe('worse');
  });

  it('is none where its interval holds 0, and unknown where a figure is', () => {
    const other = Float64Array.from({ length: 400 }, (_, i) => 0.5 + 0.3 * (uniformOf(9)(i) - 0.5));
    expect(pairedDifference({ value: 0.51, samples: noisy(0.01) }, { value: 0.5, samples: other })!.verdict).toBe('noDifference');
    expect(pairedDifference({ value: 1, samples: noisy(0) }, { value: 1, samples: noisy(0) })!.verdict).toBe('noDifference');
    expect(pairedDifference({ value: Number.NaN, samples: noisy(0) }, { value: 1, samples: noisy(0) })).toBeNull();
    expect(pairedDifference({ value: 1, samples: new Float64Array(400).fill(Number.NaN) }, { value: 1, samples: noisy(0) })).toBeNull();
  });
});
