import { BAR_COLUMN_NAMES, makeBarColumns, viewBars, type BarColumns } from '../../../shared/domain/bar.ts';
import type { SliceRange } from './plan-slice.ts';

/** Consecutive bars of one level, the first of them with the index `from` within the level. */
export interface LoadedBars {
  readonly level: number;
  readonly from: number;
  readonly bars: BarColumns;
}

export function loadedRange(loaded: LoadedBars): SliceRange {
  return { from: loaded.from, to: loaded.from + loaded.bars.time.length };
}

/** The parts of `wanted` that are not in `held`, ascending: none, one or two. */
export function missingRanges(wanted: SliceRange, held: SliceRange): SliceRange[] {
  if (held.to <= wanted.from || held.from >= wanted.to) return [wanted];
  const before = { from: wanted.from, to: Math.min(held.from, wanted.to) };
  const after = { from: Math.max(held.to, wanted.from), to: wanted.to };
  return [before, after].filter((range) => range.to > range.from);
}

/** Cuts to the bars of `range` that are loaded. */
export function cutBars(loaded: LoadedBars, range: SliceRange): LoadedBars {
  const start = Math.max(0, range.from - loaded.from);
  const end = Math.min(loaded.bars.time.length, range.to - loaded.from);
  return { level: loaded.level, from: loaded.from + start, bars: viewBars(loaded.bars, start, Math.max(start, end)) };
}

/** Joins neighbouring parts of one level, ascending and without a hole, into memory of their own. */
export function joinBars(parts: readonly LoadedBars[]): LoadedBars {
  const first = parts[0];
  const joined = makeBarColumns(parts.reduce((sum, part) => sum + part.bars.time.length, 0));
  let at = 0;
  for (const part of parts) {
    if (part.level !== first.level || part.from !== first.from + at) throw new Error('Bars can only be joined without a hole.');
    for (const name of BAR_COLUMN_NAMES) joined[name].set(part.bars[name], at);
    at += part.bars.time.length;
  }
  return { level: first.level, from: first.from, bars: joined };
}
