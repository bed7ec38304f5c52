import type { TimeMs } from '../../../shared/domain/time.ts';
import type { SpanEdge, TimeSpan } from '../chart-types.ts';
import type { BarAxis } from '../geometry/bar-axis.ts';

/** First and last loaded bar of a stretch, both included. */
interface IndexSpan {
  readonly start: number;
  readonly end: number;
}

/** The bars between the one that was pressed and the one under x, whichever comes first; null: none within the bounds. */
export function spanBetween(axis: BarAxis, anchor: TimeMs, x: number, bounds: TimeSpan | null): TimeSpan | null {
  const at = axis.indexAt(x);
  const from = axis.indexOf(anchor);
  const limits = limitsOf(axis, bounds);
  const start = Math.max(Math.min(from, at), limits.start);
  const end = Math.min(Math.max(from, at), limits.end);
  return start <= end ? timesOf(axis, { start, end }) : null;
}

/** The span with one edge at the gap between bars nearest to x; at least one bar is left. */
export function edgeMoved(axis: BarAxis, span: TimeSpan, edge: SpanEdge, x: number, bounds: TimeSpan | null): TimeSpan {
  const { start, end } = indexesOf(axis, span);
  const limits = limitsOf(axis, bounds);
  const gap = axis.gapAt(x);
  if (edge === 'start') {
    const moved = Math.max(limits.start, Math.min(gap, end));
    return moved === start || moved > end ? span : { startTime: axis.timeOf(moved), endTime: span.endTime };
  }
  const moved = Math.min(limits.end, Math.max(gap - 1, start));
  return moved === end || moved < start ? span : { startTime: span.startTime, endTime: axis.timeOf(moved) };
}

/** The span with its nearer edge at the bar under x, that bar included. */
export function spanReaching(axis: BarAxis, span: TimeSpan, x: number, bounds: TimeSpan | null): TimeSpan {
  const { start, end } = indexesOf(axis, span);
  const limits = limitsOf(axis, bounds);
  const at = Math.min(Math.max(axis.indexAt(x), limits.start), limits.end);
  if (at === start || at === end) return span;
  // An edge that stays keeps its time, which need not be that of a candle.
  if (Math.abs(at - start) < Math.abs(at - end)) return { startTime: axis.timeOf(at), endTime: span.endTime };
  return { startTime: span.startTime, endTime: axis.timeOf(at) };
}

/** The span shifted by whole bars; its number of bars stays the same. */
export function spanMoved(axis: BarAxis, span: TimeSpan, pixels: number, bounds: TimeSpan | null): TimeSpan {
  const { start, end } = indexesOf(axis, span);
  const limits = limitsOf(axis, bounds);
  if (start < limits.start || end > limits.end) return span;
  const bars = Math.round(pixels / axis.spacing);
  const shift = Math.min(Math.max(bars, limits.start - start), limits.end - end);
  return shift === 0 ? span : timesOf(axis, { start: start + shift, end: end + shift });
}

function indexesOf(axis: BarAxis, span: TimeSpan): IndexSpan {
  return { start: axis.indexOf(span.startTime), end: axis.indexOf(span.endTime) };
}

function timesOf(axis: BarAxis, span: IndexSpan): TimeSpan {
  return { startTime: axis.timeOf(span.start), endTime: axis.timeOf(span.end) };
}

/** The loaded bars within the bounds; an empty stretch (start > end) where none is. */
function limitsOf(axis: BarAxis, bounds: TimeSpan | null): IndexSpan {
  if (bounds === null) return { start: 0, end: axis.count - 1 };
  const before = axis.indexOf(bounds.startTime);
  const startsThere = before >= 0 && axis.times[before] === bounds.startTime;
  return { start: startsThere ? before : before + 1, end: axis.indexOf(bounds.endTime) };
}
