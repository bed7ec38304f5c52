import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureNames, featureRows } from '../../../../src/renderer/chart/indicators/feature-rows.ts';
import { LEAD_BARS } from '../../../../src/renderer/chart/indicators/read-chunk.ts';
import { laneReach } from '../../../../src/renderer/chart/indicators/lane-reach.ts';
import { makeBarColumns, viewBars, type BarColumns } from '../../../../src/shared/domain/bar.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { windowFeaturesAfresh } from '../../../../src/shared/engine/features/bar-features.ts';
import { FEATURE_SET_NAMES, featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { randomBars } from '../../engine/features/random-bars.ts';

const LENGTH = 105;
const minutes = fc.tuple(randomBars({ min: 700, max: 800 })).map(([ohlc]): BarColumns => ({ ...makeBarColumns(0), ...ohlc, time: Float64Array.from(ohlc.close, (_, i) => i * 60_000) }));

describe.each(FEATURE_SET_NAMES)('the lanes of %s', (name) => {
  const wish = { set: name, windowLength: LENGTH, scope: 'series' as const, window: null };
  const names = featureNames(wish);

  it('are what one pass over the whole series gives, wherever a chunk begins', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: LEAD_BARS, max: 690 }), (bars, first) => {
        const whole = featureSet(name).compute(bars, LENGTH);
        const { columns, values } = featureRows(viewBars(bars, first - LEAD_BARS, bars.time.length), LEAD_BARS, wish);
        expect(columns).toBe(names.length);
        values.forEach((value, at) => expect(Math.abs(value - whole[at % columns][first + Math.floor(at / columns)])).toBeLessThanOrEqual(1e-6));
      }),
      { numRuns: 10 },
    );
  });

  it('begin afresh in the window where the run reads them so, and are nowhere else', () => {
    const [bars] = fc.sample(minutes, { numRuns: 1, seed: 7 });
    const [start, lead] = [590, 570];
    const window = { startTime: timeMs(bars.time[start]), endTime: timeMs(bars.time[start + LENGTH - 1]) };
    const { columns, values } = featureRows(bars, lead, { ...wish, scope: 'window', window });
    const own = windowFeaturesAfresh(featureSet(name), viewBars(bars, start, start + LENGTH), 0);
    const inputs = featureSet(name).names.length;
    for (let t = 0; t < LENGTH; t++) expect(values.subarray((start - lead + t) * columns, (start - lead + t + 1) * columns)).toEqual(own.subarray(t * inputs, t * inputs + columns));
    const outside = [...values.subarray(0, (start - lead) * columns), ...values.subarray((start - lead + LENGTH) * columns)];
    expect(outside.every(Number.isNaN)).toBe(true);
  });

  it('have a size of full colour that most bars do not reach', () => {
    const [bars] = fc.sample(minutes, { numRuns: 1, seed: 3 });
    const full = featureSet(name).compute(bars, LENGTH).map((column, c) => column.filter((value) => Math.abs(value) >= laneReach(names[c])).length / column.length);
    // A leg has no size, only a direction.
    expect(names.filter((lane, c) => lane !== 'leg' && full[c] > 0.5)).toEqual([]);
  });
});
