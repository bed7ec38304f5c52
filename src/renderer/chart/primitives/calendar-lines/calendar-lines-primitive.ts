import type { CalendarMarks } from '../../../../shared/calendar/calendar-marks.ts';
import { LayerPrimitive, type AxisReader } from '../layer-primitive.ts';
import type { CalendarLinesOptions } from './calendar-lines-options.ts';
import { drawCalendarLines } from './calendar-lines-renderer.ts';
import { calendarLines, type CalendarLine } from './calendar-lines-view.ts';

/** Where days begin, or weeks, months and years as the scale permits, and where the exchange of the zone opens. */
export function calendarLinesPrimitive(axis: AxisReader, marks: CalendarMarks | null, options: CalendarLinesOptions): LayerPrimitive<CalendarMarks | null, readonly CalendarLine[], CalendarLinesOptions> {
  return new LayerPrimitive(axis, marks, options, {
    shapesOf: calendarLines,
    layers: [{ depth: 'bottom', draw: drawCalendarLines }],
  });
}
