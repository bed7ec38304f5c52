import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barFeatures } from '../../../../src/shared/engine/features/bar-features.ts';
import { averageTrueRange } from '../../../../src/shared/engine/features/expanse/average-true-range.ts';
import { prominentSwings } from '../../../../src/shared/engine/features/expanse/prominent-swings.ts';
import { featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import type { Ohlc } from '../../../../src/shared/engine/features/ohlc.ts';
import { randomBars } from './random-bars.ts';

const LENGTH = 105;
const CANDLE_COLUMNS = 6;
const RULE = { prominence: 1.2, reach: 80 };
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const columnsOf = (name: string, bars: Ohlc) => {
  const set = featureSet(name);
  const columns = set.compute(bars, LENGTH);
  return (column: string): Float64Array => columns[set.names.indexOf(column)];
};

describe('relativity without its faults', () => {
  it('has the published names, and the published shape of a candle', () => {
    expect(featureSet('relativity-corrected').names).toEqual(featureSet('relativity').names);
    fc.assert(
      fc.property(randomBars({ min: 1, max: 150 }), (bars) => {
        const [published, corrected] = ['relativity', 'relativity-corrected'].map((name) => featureSet(name).compute(bars, LENGTH));
        expect(corrected.slice(0, CANDLE_COLUMNS)).toEqual(published.slice(0, CANDLE_COLUMNS));
      }),
      { numRuns: 20 },
    );
  });

  it('measures swings that k x ATR alone confirmed, by the published formulas', () => {
    fc.assert(
      fc.property(randomBars({ min: 1, max: 250 }), (bars) => {
        const column = columnsOf('relativity-corrected', bars);
        const atr = averageTrueRange(bars, 10);
        const [highs, lows] = [prominentSwings(bars, atr, 1, RULE), prominentSwings(bars, atr, -1, RULE)];
        bars.close.forEach((close, i) => {
          const [high, low] = [highs.index[i], lows.index[i]];
          expect(column('dist_to_prev_SH')[i]).toBe(high < 0 ? 0 : clamp((bars.high[high] - close) / atr[i], -3, 3));
          expect(column('dist_to_prev_SL')[i]).toBe(low < 0 ? 0 : clamp((close - bars.low[low]) / atr[i], -3, 3));
          expect(column('bars_since_SH_norm')[i]).toBe((high < 0 ? 80 : i - high) / LENGTH);
          expect(column('bars_since_SL_norm')[i]).toBe((low < 0 ? 80 : i - low) / LENGTH);
          const leg = Math.sign(lows.confirmedAt[i] - highs.confirmedAt[i]);
          const [z, body] = [column('range_z')[i], column('body_pct')[i]];
          expect(column('expansion_proxy')[i]).toBeCloseTo(clamp(z * leg * body, -2, 2), 12);
          expect(column('consol_proxy')[i]).toBeCloseTo(clamp((1 - z / 3) * (1 - Math.abs(body)) * ((column('bars_since_SH_norm')[i] + column('bars_since_SL_norm')[i]) / 2), 0, 3), 12);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('keeps a leg through small pullbacks that end it under the hybrid rule', () => {
    // Falls, then rises by 1 a bar; each bar reaches 0.6 of its range below its close.
    const close = Float64Array.from({ length: 60 }, (_, i) => 100 + Math.abs(i - 20));
    const bars = { open: close.map((price, i) => price - Math.sign(i - 20)), high: close.map((price) => price + 0.4), low: close.map((price) => price - 1.2), close };
    const legs = (name: string): Set<number> => new Set([...columnsOf(name, bars)('expansion_proxy').subarray(30)].map(Math.sign));
    expect(legs('relativity-corrected')).toEqual(new Set([1]));
    expect(legs('relativity')).toEqual(new Set([-1, 1]));
  });

  it('sees the bars of a coin of tiny price as those of any other, which the published floor of 1e-6 does not', () => {
    const bars = fc.sample(randomBars({ min: 200, max: 200 }), { numRuns: 1, seed: 4 })[0];
    const shrink = (values: Float64Array): Float64Array => values.map((price) => price / 2 ** 40);
    const tiny = { open: shrink(bars.open), high: shrink(bars.high), low: shrink(bars.low), close: shrink(bars.close) };
    const rows = (name: string, of: Ohlc): Float32Array => barFeatures(featureSet(name), of, 0, LENGTH).values;
    expect(rows('relativity-corrected', tiny)).toEqual(rows('relativity-corrected', bars));
    expect(rows('relativity', tiny)).not.toEqual(rows('relativity', bars));
  });
});
