import { BEGINS, periodWithRoom, type CalendarMarks } from '../../../../shared/calendar/calendar-marks.ts';
import type { BarAxis } from '../../geometry/bar-axis.ts';

export interface CalendarLine {
  /** Left of the first bar, in CSS pixels. */
  readonly x: number;
  readonly kind: 'period' | 'session';
}

/** Nearer together, lines would be a grid that says nothing: the next longer period is drawn. CSS pixels. */
const ROOM = 64;
/** So much for a day before the opening within it is drawn as well. */
const ROOM_WITH_SESSION = 120;

/** Lines in view, ascending. null: they are not shown. Costs as much as there are lines, however many bars are in view. */
export function calendarLines(marks: CalendarMarks | null, axis: BarAxis): CalendarLine[] {
  const visible = axis.visible();
  if (marks === null || visible === null || marks.bars !== axis.count) return [];
  const period = periodWithRoom(marks, axis.spacing, ROOM);
  if (period === null) return [];
  const hasSessions = period === 'day' && (marks.bars / (marks.counts.day + 1)) * axis.spacing >= ROOM_WITH_SESSION;
  const lines: CalendarLine[] = [];
  for (let m = firstFrom(marks.index, visible.from); m < marks.index.length && marks.index[m] <= visible.to; m++) {
    const isPeriod = (marks.begins[m] & BEGINS[period]) > 0;
    const isSession = hasSessions && (marks.begins[m] & BEGINS.session) > 0;
    if (isPeriod || isSession) lines.push({ x: axis.leftOf(marks.index[m]), kind: isPeriod ? 'period' : 'session' });
  }
  return lines;
}

/** Place of the first index that is `from` or more. */
function firstFrom(indices: Int32Array, from: number): number {
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (indices[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
