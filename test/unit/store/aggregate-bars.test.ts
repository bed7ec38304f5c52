import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_COLUMN_NAMES, makeBarColumns, viewBars, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { aggregateBars } from '../../../src/main/store/aggregate-bars.ts';
import { barsAt, minutes } from './fixtures.ts';

/** One group at a time, by array functions. */
function aggregateByGroups(bars: BarColumns, factor: number): BarColumns {
  const groups = Array.from({ length: Math.ceil(bars.time.length / factor) }, (_, group) => viewBars(bars, group * factor, (group + 1) * factor));
  const merged = makeBarColumns(groups.length);
  groups.forEach((group, index) => {
    const known = [...group.volume].filter((volume) => !Number.isNaN(volume));
    merged.time[index] = group.time[0];
    merged.open[index] = group.open[0];
    merged.high[index] = Math.max(...group.high);
    merged.low[index] = Math.min(...group.low);
    merged.close[index] = group.close.at(-1)!;
    merged.volume[index] = known.length === 0 ? Number.NaN : known.reduce((sum, volume) => sum + volume, 0);
  });
  return merged;
}

describe('aggregateBars', () => {
  it('agrees with grouping bar by bar, for any length and factor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 16 }), (count, factor) => {
        const bars = barsAt(minutes(3, count));
        expect(aggregateBars(bars, factor)).toEqual(aggregateByGroups(bars, factor));
      }),
    );
  });

  it('knows no volume only where none of its bars has one', () => {
    const bars = barsAt(minutes(0, 2));
    BAR_COLUMN_NAMES.forEach((name) => expect(bars[name]).toHaveLength(2));
    bars.volume.set([Number.NaN, 5]);
    expect(aggregateBars(bars, 2).volume[0]).toBe(5);
    bars.volume.fill(Number.NaN);
    expect(aggregateBars(bars, 2).volume[0]).toBeNaN();
  });
});
