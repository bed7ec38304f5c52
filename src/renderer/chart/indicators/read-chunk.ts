import { DAY_MS } from '../../../shared/calendar/regular-hours.ts';
import type { ZoneClock } from '../../../shared/calendar/zone-clock.ts';
import { MAX_SLICE_BARS } from '../../../shared/contract/series.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { BarSource } from '../chart-types.ts';
import { joinBars, type LoadedBars } from '../paging/loaded-bars.ts';
import type { SliceRange } from '../paging/plan-slice.ts';
import type { ChunkBars } from './indicator-chunk.ts';
import type { IndicatorWish } from './indicator-wish.ts';

/**
 * Candles that are read before those whose values are wanted. After as many, where the pass began weighs (49/51)^512 = 1e-9 in an EMA
 * of 50 and 3e-17 in Wilder's ATR, and no feature depends on it by more than 1e-6 (its memory is 200 bars).
 */
export const LEAD_BARS = 512;

/** A clock that changes moves midnight by no more than this. */
const CLOCK_CHANGE_MS = 2 * 3_600_000;

/** The candles of a range of a level, with as many before them as the wish needs: for the VWAP from the first of the day on. */
export async function readChunk(source: BarSource, level: number, range: SliceRange, wish: IndicatorWish, clock: ZoneClock): Promise<ChunkBars> {
  const from = Math.max(0, range.from - LEAD_BARS);
  const read = await readRange(source, level, { from, to: range.to });
  const since = neededSince(read.bars.time[range.from - from], wish, clock);
  if (from === 0 || since >= read.bars.time[0]) return { bars: read.bars, lead: range.from - from };
  const first = (await source.find(level, timeMs(since - 1))) + 1;
  if (first >= from) return { bars: read.bars, lead: range.from - from };
  const before = await readRange(source, level, { from: first, to: from });
  return { bars: joinBars([before, read]).bars, lead: range.from - first };
}

/** Opening time from which on all candles are needed. time: of the first whose values are wanted. */
function neededSince(time: number, { vwap, features }: IndicatorWish, clock: ZoneClock): number {
  const offset = clock.offsetAt(time);
  const midnight = Math.floor((time + offset) / DAY_MS) * DAY_MS - offset - CLOCK_CHANGE_MS;
  const window = features?.scope === 'window' ? features.window : null;
  return Math.min(vwap ? midnight : Infinity, window !== null && window.endTime >= time ? window.startTime : Infinity);
}

async function readRange(source: BarSource, level: number, { from, to }: SliceRange): Promise<LoadedBars> {
  const parts: LoadedBars[] = [];
  for (let at = from; at < to; at += MAX_SLICE_BARS) {
    const { fromIndex, bars } = await source.read(level, at, Math.min(MAX_SLICE_BARS, to - at));
    parts.push({ level, from: fromIndex, bars });
  }
  return parts.length === 1 ? parts[0] : joinBars(parts);
}
