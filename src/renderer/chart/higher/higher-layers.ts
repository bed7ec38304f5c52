import type { CalendarMarks } from '../../../shared/calendar/calendar-marks.ts';
import type { TimeMs } from '../../../shared/domain/time.ts';
import type { ChartCanvas } from '../chart-canvas.ts';
import type { ChartTheme } from '../chart-theme.ts';
import { barCursorOptions } from '../primitives/bar-cursor/bar-cursor-options.ts';
import { barCursorPrimitive } from '../primitives/bar-cursor/bar-cursor-primitive.ts';
import { calendarLinesOptions } from '../primitives/calendar-lines/calendar-lines-options.ts';
import { calendarLinesPrimitive } from '../primitives/calendar-lines/calendar-lines-primitive.ts';
import { formingBarOptions } from '../primitives/forming-bar/forming-bar-options.ts';
import { formingBarPrimitive } from '../primitives/forming-bar/forming-bar-primitive.ts';
import type { FormingBarModel } from '../primitives/forming-bar/forming-bar-view.ts';
import type { AxisReader } from '../primitives/layer-primitive.ts';
import { shownRegionOptions } from '../primitives/shown-region/shown-region-options.ts';
import { shownRegionPrimitive } from '../primitives/shown-region/shown-region-primitive.ts';
import type { ShownRegionModel } from '../primitives/shown-region/shown-region-view.ts';
import { spanRegionsOptions } from '../primitives/span-regions/span-regions-options.ts';
import { spanRegionsPrimitive } from '../primitives/span-regions/span-regions-primitive.ts';
import type { SpanRegionsModel } from '../primitives/span-regions/span-regions-view.ts';
import { unknownShadeOptions } from '../primitives/unknown-shade/unknown-shade-options.ts';
import { unknownShadePrimitive } from '../primitives/unknown-shade/unknown-shade-primitive.ts';

/** What is drawn over the candles of a higher timeframe. */
export interface HigherModels {
  /** null: not shown. */
  readonly calendar: CalendarMarks | null;
  readonly region: ShownRegionModel;
  readonly labels: SpanRegionsModel;
  /** Index among the loaded ones; null: all are known. */
  readonly firstUnknown: number | null;
  readonly forming: FormingBarModel | null;
  /** Opening time of the candle that the main chart points at, or the keyboard. */
  readonly marked: TimeMs | null;
}

/** The primitives of the pane. Whole candles are found on one axis, spans of time within them on the other. */
export class HigherLayers {
  readonly #parts: ReturnType<typeof makeParts>;

  constructor(canvas: ChartCanvas, clockAxis: AxisReader, models: HigherModels, theme: ChartTheme) {
    this.#parts = makeParts(canvas.axis, clockAxis, models, theme);
    const { calendar, region, labels, shade, forming, mark } = this.#parts;
    for (const part of [calendar, region, labels, shade, forming, mark]) canvas.candles.attachPrimitive(part);
  }

  update(models: HigherModels): void {
    const { calendar, region, labels, shade, forming, mark } = this.#parts;
    calendar.setModel(models.calendar);
    region.setModel(models.region);
    labels.setModel(models.labels);
    shade.setModel(models.firstUnknown);
    forming.setModel(models.forming);
    mark.setModel(models.marked);
  }

  restyle(theme: ChartTheme): void {
    const { calendar, region, labels, shade, forming, mark } = this.#parts;
    calendar.setOptions(calendarLinesOptions(theme));
    region.setOptions(shownRegionOptions(theme));
    labels.setOptions(spanRegionsOptions(theme, false));
    shade.setOptions(unknownShadeOptions(theme));
    forming.setOptions(formingBarOptions(theme));
    mark.setOptions(barCursorOptions(theme, true));
  }
}

// The return type is a list of generic instances that says less than the calls do.
function makeParts(candleAxis: AxisReader, clockAxis: AxisReader, models: HigherModels, theme: ChartTheme) {
  return {
    calendar: calendarLinesPrimitive(candleAxis, models.calendar, calendarLinesOptions(theme)),
    region: shownRegionPrimitive(clockAxis, models.region, shownRegionOptions(theme)),
    labels: spanRegionsPrimitive(clockAxis, models.labels, spanRegionsOptions(theme, false)),
    shade: unknownShadePrimitive(candleAxis, models.firstUnknown, unknownShadeOptions(theme)),
    forming: formingBarPrimitive(candleAxis, models.forming, formingBarOptions(theme)),
    mark: barCursorPrimitive(candleAxis, models.marked, barCursorOptions(theme, true)),
  };
}
