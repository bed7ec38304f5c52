import { makeBarColumns, viewBars, type BarColumns } from '../../../../src/shared/domain/bar.ts';
import { seriesId } from '../../../../src/shared/domain/ids.ts';
import { LEVEL_FACTOR, type Series } from '../../../../src/shared/domain/series.ts';
import { barIndex, timeMs, type TimeMs } from '../../../../src/shared/domain/time.ts';
import type { BarSlice } from '../../../../src/shared/contract/series.ts';
import { lastBarAtOrBefore } from '../../../../src/shared/domain/bar.ts';
import type { BarSource } from '../../../../src/renderer/chart/chart-types.ts';

const MINUTE = 60_000;
const FIRST_TIME = Date.UTC(2024, 0, 2, 14, 30);
/** A session of 6.5 hours a day: the gaps between sessions are part of what is tested. */
const SESSION_BARS = 390;
const DAY = 86_400_000;

/** A small generator with a state of 32 bits (xorshift), so that every run sees the same bars. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** tick: prices are multiples of it; 0: any. */
function makeBars(count: number, tick: number): BarColumns {
  const onTick = (value: number): number => (tick === 0 ? value : Math.round(value / tick) * tick);
  const random = randomFrom(20_240_102);
  const bars = makeBarColumns(count);
  let price = 5000;
  let drift = 0;
  for (let i = 0; i < count; i += 1) {
    if (random() < 0.02) drift = random() < 0.6 ? 0 : (random() - 0.5) * 6;
    const open = price;
    const close = open + drift + (random() - 0.5) * 5;
    bars.time[i] = FIRST_TIME + Math.floor(i / SESSION_BARS) * DAY + (i % SESSION_BARS) * MINUTE;
    bars.open[i] = onTick(open);
    bars.close[i] = onTick(close);
    bars.high[i] = onTick(Math.max(open, close) + random() * 2);
    bars.low[i] = onTick(Math.min(open, close) - random() * 2);
    bars.volume[i] = Math.round(200 + random() * 800 + Math.abs(close - open) * 300);
    price = close + (5000 - close) * 0.0005;
  }
  return bars;
}

function aggregate(bars: BarColumns): BarColumns {
  const merged = makeBarColumns(Math.ceil(bars.time.length / LEVEL_FACTOR));
  for (let i = 0; i < merged.time.length; i += 1) {
    const from = i * LEVEL_FACTOR;
    const part = viewBars(bars, from, from + LEVEL_FACTOR);
    merged.time[i] = part.time[0];
    merged.open[i] = part.open[0];
    merged.close[i] = part.close[part.close.length - 1];
    merged.high[i] = Math.max(...part.high);
    merged.low[i] = Math.min(...part.low);
    merged.volume[i] = part.volume.reduce((sum, volume) => sum + volume, 0);
  }
  return merged;
}

export interface FakeBars {
  readonly series: Series;
  readonly source: BarSource;
  readonly levels: readonly BarColumns[];
  /** Sizes of all slices that were asked for. */
  readonly reads: number[];
  /** While it fails, every read is refused. */
  readonly control: { fails: boolean };
}

/** Bars as the core would serve them, with a pause before each answer. */
export function fakeBars(count: number, levelCount: number, delayMs: number, tick = 0): FakeBars {
  const levels = [makeBars(count, tick)];
  while (levels.length < levelCount) levels.push(aggregate(levels[levels.length - 1]));
  const reads: number[] = [];
  const control = { fails: false };
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));
  const id = seriesId(1);
  const source: BarSource = {
    read: async (level, fromIndex, asked): Promise<BarSlice> => {
      reads.push(asked);
      await pause();
      if (control.fails) throw new Error('the connection is gone');
      const bars = viewBars(levels[level], fromIndex, fromIndex + asked);
      return { seriesId: id, level, fromIndex: barIndex(fromIndex), total: levels[level].time.length, bars };
    },
    find: async (level, time: TimeMs) => {
      await pause();
      return lastBarAtOrBefore(levels[level].time, time);
    },
  };
  const { time } = levels[0];
  const series: Series = {
    id,
    symbol: 'ES',
    timeframeMs: MINUTE,
    origin: '',
    timeZone: 'America/New_York',
    priceDecimals: 2,
    hasVolume: true,
    barCount: count,
    firstTime: timeMs(time[0]),
    lastTime: timeMs(time[count - 1]),
    levels: levelCount,
  };
  return { series, source, levels, reads, control };
}
