import type { Bitmap } from '../layer-primitive.ts';
import { dashedVerticalLine, thickness, verticalLine } from '../pixels.ts';
import type { CalendarLinesOptions } from './calendar-lines-options.ts';
import type { CalendarLine } from './calendar-lines-view.ts';

/** A day is a line, the opening within it a fainter row of dots: told apart without colour. */
export function drawCalendarLines(bitmap: Bitmap, lines: readonly CalendarLine[], options: CalendarLinesOptions): void {
  const width = thickness(1, bitmap.scaleX);
  for (const line of lines) {
    const x = Math.round(line.x * bitmap.scaleX) - Math.floor(width / 2);
    if (line.kind === 'period') verticalLine(bitmap, x, width, options.period);
    else dashedVerticalLine(bitmap, x, width, options.session, [2, 4]);
  }
}
