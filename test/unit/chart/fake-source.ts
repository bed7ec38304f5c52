import { makeBarColumns, viewBars, lastBarAtOrBefore, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { seriesId } from '../../../src/shared/domain/ids.ts';
import { LEVEL_FACTOR, type Series } from '../../../src/shared/domain/series.ts';
import { barIndex, timeMs } from '../../../src/shared/domain/time.ts';
import type { BarSource } from '../../../src/renderer/chart/chart-types.ts';

export const MINUTE = 60_000;

/** Bars whose figures all tell their index, a minute apart with a gap of a day after every hundredth. */
export function indexedBars(count: number): BarColumns {
  const bars = makeBarColumns(count);
  for (let i = 0; i < count; i += 1) {
    bars.time[i] = i * MINUTE + Math.floor(i / 100) * 86_400_000;
    for (const name of ['open', 'high', 'low', 'close', 'volume'] as const) bars[name][i] = i;
  }
  return bars;
}

const knownLevels = new WeakMap<BarColumns, Map<number, BarColumns>>();

/** Every eighth bar stands for its group: enough to test where bars lie. */
export function levelOf(bars: BarColumns, level: number): BarColumns {
  const known = knownLevels.get(bars) ?? new Map<number, BarColumns>();
  knownLevels.set(bars, known);
  const merged = known.get(level) ?? mergeBars(bars, level);
  known.set(level, merged);
  return merged;
}

function mergeBars(bars: BarColumns, level: number): BarColumns {
  const factor = LEVEL_FACTOR ** level;
  const merged = makeBarColumns(Math.ceil(bars.time.length / factor));
  for (const name of ['time', 'open', 'high', 'low', 'close', 'volume'] as const) merged[name].set(Float64Array.from(merged.time, (_, i) => bars[name][i * factor]));
  return merged;
}

export interface Read {
  readonly level: number;
  readonly from: number;
  readonly count: number;
}

export function fakeSource(bars: BarColumns): { readonly source: BarSource; readonly reads: Read[] } {
  const reads: Read[] = [];
  const source: BarSource = {
    read: async (level, fromIndex, count) => {
      reads.push({ level, from: fromIndex, count });
      const all = levelOf(bars, level);
      return { seriesId: seriesId(1), level, fromIndex: barIndex(fromIndex), total: all.time.length, bars: viewBars(all, fromIndex, fromIndex + count) };
    },
    find: async (level, time) => lastBarAtOrBefore(levelOf(bars, level).time, time),
  };
  return { source, reads };
}

export function seriesOf(bars: BarColumns, levels: number): Series {
  const { time } = bars;
  return {
    id: seriesId(1),
    symbol: 'TEST',
    timeframeMs: MINUTE,
    origin: '',
    timeZone: 'UTC',
    priceDecimals: 2,
    hasVolume: true,
    barCount: time.length,
    firstTime: timeMs(time[0]),
    lastTime: timeMs(time[time.length - 1]),
    levels,
  };
}
