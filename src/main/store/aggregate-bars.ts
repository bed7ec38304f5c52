import { makeBarColumns, type BarColumns } from '../../shared/domain/bar.ts';

/**
 * Merges every `factor` consecutive bars into one; the last may hold fewer. [n] -> [ceil(n / factor)].
 * Volume is the sum of what is known, NaN where nothing is.
 */
export function aggregateBars(bars: BarColumns, factor: number): BarColumns {
  const count = bars.time.length;
  const merged = makeBarColumns(Math.ceil(count / factor));
  for (let group = 0; group < merged.time.length; group++) {
    mergeGroup(bars, group * factor, Math.min((group + 1) * factor, count), merged, group);
  }
  return merged;
}

function mergeGroup(bars: BarColumns, from: number, to: number, into: BarColumns, at: number): void {
  let high = bars.high[from];
  let low = bars.low[from];
  let volume = Number.NaN;
  for (let index = from; index < to; index++) {
    if (bars.high[index] > high) high = bars.high[index];
    if (bars.low[index] < low) low = bars.low[index];
    if (!Number.isNaN(bars.volume[index])) volume = (Number.isNaN(volume) ? 0 : volume) + bars.volume[index];
  }
  into.time[at] = bars.time[from];
  into.open[at] = bars.open[from];
  into.high[at] = high;
  into.low[at] = low;
  into.close[at] = bars.close[to - 1];
  into.volume[at] = volume;
}
