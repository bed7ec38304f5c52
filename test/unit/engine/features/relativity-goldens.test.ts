import { describe, expect, it } from 'vitest';
import { barFeatures, windowFeaturesAfresh } from '../../../../src/shared/engine/features/bar-features.ts';
import { featureSet } from '../../../../src/shared/engine/features/feature-set.ts';
import { viewOhlc } from '../../../../src/shared/engine/features/ohlc.ts';
import { relativitySwings } from '../../../../src/shared/engine/features/relativity/relativity.ts';
import { relativityWarmUpMask } from '../../../../src/shared/engine/features/warm-up-mask.ts';
import { readSafetensors } from '../../../../src/shared/engine/safetensors/read-safetensors.ts';
import { goldenFile, goldenSeries, noGoldens, toOhlc } from './golden-series.ts';

const LENGTH = 105;
const flat = (rows: readonly (readonly number[])[]): Float32Array => Float32Array.from(rows.flat());

describe.skipIf(noGoldens !== undefined)(`relativity equals the reference to the bit${noGoldens === undefined ? '' : ` (${noGoldens})`}`, () => {
  it('has goldens of three series', () => expect(goldenSeries).toHaveLength(3));

  it.each(goldenSeries)('$name: names and order', (golden) => {
    expect(featureSet('relativity+position').names).toEqual(golden.feature_names);
    expect(featureSet('relativity').names).toEqual(golden.feature_names.slice(0, 12));
  });

  it.each(goldenSeries)('$name: the whole series in one pass', (golden) => {
    const { values } = barFeatures(featureSet('relativity'), toOhlc(golden.ohlc), 0, LENGTH);
    expect(values).toEqual(flat(golden.whole_series));
  });

  it.each(goldenSeries)('$name: windows started afresh, with position', (golden) => {
    const set = featureSet('relativity+position');
    const bars = toOhlc(golden.ohlc);
    golden.per_window_starts.forEach((start, n) => {
      const window = windowFeaturesAfresh(set, viewOhlc(bars, 0, start + LENGTH), start);
      expect(window, `window at ${start}`).toEqual(flat(golden.per_window[n]));
    });
  });

  it.each(goldenSeries)('$name: the state of the zigzag after every bar', (golden) => {
    const { atr, swings } = relativitySwings(toOhlc(golden.ohlc));
    golden.zigzag_trace_f64.forEach((row, i) => {
      expect(swings.trend[i], `trend ${i}`).toBe(row.trend === null ? 0 : row.trend === 'up' ? 1 : -1);
      expect([swings.extremeIndex[i], swings.extremePrice[i]], `extreme ${i}`).toEqual([row.extreme_idx ?? -1, row.extreme ?? Number.NaN]);
      expect([swings.highIndex[i], swings.highPrice[i]], `high ${i}`).toEqual(row.SH ?? [-1, Number.NaN]);
      expect([swings.lowIndex[i], swings.lowPrice[i]], `low ${i}`).toEqual(row.SL ?? [-1, Number.NaN]);
      expect(atr[i], `ATR ${i}`).toBe(row.atr);
    });
  });

  it.each(goldenSeries)('$name: the warm-up mask', (golden) => {
    const mask = readSafetensors(goldenFile(`features_${golden.name}.safetensors`)).get('mask_window0_u8');
    expect([...relativityWarmUpMask(LENGTH)]).toEqual([...(mask?.data ?? [])].map(Number));
  });
});
