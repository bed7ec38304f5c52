import { lastBarAtOrBefore } from '../../shared/domain/bar.ts';
import { timeMs } from '../../shared/domain/time.ts';
import type { BarSource, TimeSpan } from './chart-types.ts';
import { levelFactor } from './paging/choose-level.ts';
import type { LoadedBars } from './paging/loaded-bars.ts';

/**
 * A span that was drawn on an aggregated level, named by bars of the series: a candle is named by its first bar, but a
 * span ends with the last bar of its last candle. An edge that was not touched stays as it was.
 */
export async function exactSpan(drawn: TimeSpan, before: TimeSpan | null, loaded: LoadedBars, total: number, source: BarSource): Promise<TimeSpan> {
  if (loaded.level === 0 || drawn.endTime === before?.endTime) return drawn;
  const candle = loaded.from + lastBarAtOrBefore(loaded.bars.time, drawn.endTime);
  const lastBar = Math.min(total, (candle + 1) * levelFactor(loaded.level)) - 1;
  const slice = await source.read(0, lastBar, 1);
  return { startTime: drawn.startTime, endTime: timeMs(slice.bars.time[0]) };
}

/** The part of a span that lies within the bounds. */
export function withinBounds(span: TimeSpan, bounds: TimeSpan | null): TimeSpan {
  if (bounds === null) return span;
  return {
    startTime: timeMs(Math.max(span.startTime, bounds.startTime)),
    endTime: timeMs(Math.min(span.endTime, bounds.endTime)),
  };
}
