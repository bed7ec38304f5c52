import { lastBarAtOrBefore, type BarColumns } from '../../shared/domain/bar.ts';
import type { Direction, Span } from '../../shared/domain/span.ts';
import type { TimeRange } from './span-edges.ts';

/** What is read off the bars of a span. */
export interface SpanFigures {
  /** First and last included. */
  readonly bars: number;
  /** Close of the last bar against the open of the first, as a fraction. */
  readonly move: number;
}

/** undefined: the bars do not hold the span. */
export function spanFigures(span: TimeRange, bars: BarColumns): SpanFigures | undefined {
  const first = lastBarAtOrBefore(bars.time, span.startTime);
  const last = lastBarAtOrBefore(bars.time, span.endTime);
  if (first < 0 || bars.time[first] !== span.startTime || bars.time[last] !== span.endTime) return undefined;
  return { bars: last - first + 1, move: bars.close[last] / bars.open[first] - 1 };
}

/** As labelled, else as the bars say. */
export function spanDirection(span: Span, figures: SpanFigures | undefined): Direction | null {
  if (span.direction !== null) return span.direction;
  if (figures === undefined || figures.move === 0) return null;
  return figures.move > 0 ? 'up' : 'down';
}
