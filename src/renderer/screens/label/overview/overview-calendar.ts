import { BEGINS, calendarMarks, periodWithRoom, type CalendarMarks } from '../../../../shared/calendar/calendar-marks.ts';
import { regularHours } from '../../../../shared/calendar/regular-hours.ts';
import type { ZoneClock } from '../../../../shared/calendar/zone-clock.ts';
import { runsOfBars, type BarRun } from '../../../../shared/domain/runs-of-bars.ts';
import { formatTick } from '../../../chart/time/format-time.ts';

/** Days and regular hours of the parts of an overview, to within a part. */
export interface OverviewCalendar {
  /** [n + 1], as in the overview. */
  readonly edges: Float64Array;
  readonly clock: ZoneClock;
  readonly marks: CalendarMarks;
  /** Parts that begin in regular hours. */
  readonly regular: readonly BarRun[];
}

export function overviewCalendar(edges: Float64Array, clock: ZoneClock): OverviewCalendar {
  const times = edges.subarray(0, -1);
  const isRegular = regularHours(clock.timeZone) ?? (() => false);
  return { edges, clock, marks: calendarMarks(times, clock), regular: runsOfBars(times.length, (part) => isRegular(times[part] + clock.offsetAt(times[part]))) };
}

export interface CalendarLabel {
  readonly part: number;
  /** '' at the right end, where it would be cut off. */
  readonly text: string;
}

/** For a label and its distance to the next, in CSS pixels. */
const ROOM = 52;
/** For a label alone. */
const LABEL_ROOM = 36;
/** For a day, so that its hours are told from its nights. */
const ROOM_WITH_HOURS = 40;

const MINUTE_MS = 60_000;

/** What begins where, in the shortest periods that have room; the first part is named by its day where nothing else stands there. */
export function calendarLabels({ edges, clock, marks }: OverviewCalendar, width: number): readonly CalendarLabel[] {
  const period = periodWithRoom(marks, width / marks.bars, ROOM) ?? 'year';
  const kind = period === 'week' ? 'day' : period;
  const labels = [...marks.index].flatMap((part, m) => {
    if ((marks.begins[m] & BEGINS[period]) === 0) return [];
    const isYear = kind === 'month' && (marks.begins[m] & BEGINS.year) > 0;
    const hasRoom = ((marks.bars - part) * width) / marks.bars >= LABEL_ROOM;
    return [{ part, text: hasRoom ? formatTick(edges[part], isYear ? 'year' : kind, clock, MINUTE_MS) : '' }];
  });
  const isFree = labels.length === 0 || (labels[0].part * width) / marks.bars >= ROOM;
  return isFree ? [{ part: 0, text: formatTick(edges[0], 'day', clock, MINUTE_MS) }, ...labels] : labels;
}

/** The stretches of regular hours; none where they would be too narrow to be told apart. */
export function shownHours({ marks, regular }: OverviewCalendar, width: number): readonly BarRun[] {
  return width / (marks.counts.day + 1) >= ROOM_WITH_HOURS ? regular : [];
}
