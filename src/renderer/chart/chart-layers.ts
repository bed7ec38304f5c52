import type { ISeriesApi } from 'lightweight-charts';
import type { CalendarMarks } from '../../shared/calendar/calendar-marks.ts';
import type { BarColumns } from '../../shared/domain/bar.ts';
import { timeMs } from '../../shared/domain/time.ts';
import type { ChartProps, TimeSpan } from './chart-types.ts';
import type { ChartTheme } from './chart-theme.ts';
import type { AxisReader } from './primitives/layer-primitive.ts';
import { barCursorOptions } from './primitives/bar-cursor/bar-cursor-options.ts';
import { barCursorPrimitive } from './primitives/bar-cursor/bar-cursor-primitive.ts';
import { calendarLinesOptions } from './primitives/calendar-lines/calendar-lines-options.ts';
import { calendarLinesPrimitive } from './primitives/calendar-lines/calendar-lines-primitive.ts';
import { linkedStretchOptions } from './primitives/linked-stretch/linked-stretch-options.ts';
import { linkedStretchPrimitive } from './primitives/linked-stretch/linked-stretch-primitive.ts';
import { maskStripOptions } from './primitives/mask-strip/mask-strip-options.ts';
import { maskStripPrimitive } from './primitives/mask-strip/mask-strip-primitive.ts';
import type { MaskStripModel } from './primitives/mask-strip/mask-strip-view.ts';
import { measureBoxOptions } from './primitives/measure-box/measure-box-options.ts';
import { measureBoxPrimitive } from './primitives/measure-box/measure-box-primitive.ts';
import type { MeasureBoxModel } from './primitives/measure-box/measure-box-view.ts';
import { pendingSpanOptions } from './primitives/pending-span/pending-span-options.ts';
import { pendingSpanPrimitive } from './primitives/pending-span/pending-span-primitive.ts';
import { predictedSpansOptions } from './primitives/predicted-spans/predicted-spans-options.ts';
import { predictedSpansPrimitive } from './primitives/predicted-spans/predicted-spans-primitive.ts';
import type { PredictedSpansModel } from './primitives/predicted-spans/predicted-spans-view.ts';
import { spanRegionsOptions } from './primitives/span-regions/span-regions-options.ts';
import { spanRegionsPrimitive } from './primitives/span-regions/span-regions-primitive.ts';
import type { SpanRegionsModel } from './primitives/span-regions/span-regions-view.ts';
import { swingMarkOptions } from './primitives/swing-mark/swing-mark-options.ts';
import { swingMarkPrimitive } from './primitives/swing-mark/swing-mark-primitive.ts';
import type { SwingMarkModel } from './primitives/swing-mark/swing-mark-view.ts';
import { valueLinesOptions } from './primitives/value-lines/value-lines-options.ts';
import { valueLinesPrimitive } from './primitives/value-lines/value-lines-primitive.ts';
import type { ValueLinesModel } from './primitives/value-lines/value-lines-view.ts';
import { volumeBarsOptions } from './primitives/volume-bars/volume-bars-options.ts';
import { volumeBarsPrimitive } from './primitives/volume-bars/volume-bars-primitive.ts';
import { windowShadeOptions } from './primitives/window-shade/window-shade-options.ts';
import { windowShadePrimitive } from './primitives/window-shade/window-shade-primitive.ts';

/** What is drawn over the bars, as the primitives want it. */
export interface LayerModels {
  readonly window: TimeSpan | null;
  /** null: not shown. */
  readonly calendar: CalendarMarks | null;
  readonly volume: BarColumns | null;
  /** Averages over the candles. */
  readonly lines: ValueLinesModel | null;
  readonly labels: SpanRegionsModel;
  readonly predicted: PredictedSpansModel;
  readonly second: PredictedSpansModel;
  readonly cursor: ChartProps['cursorTime'];
  readonly pending: TimeSpan | null;
  readonly mask: MaskStripModel | null;
  readonly measure: MeasureBoxModel | null;
  readonly swing: SwingMarkModel | null;
  /** What another view of the bars points at. */
  readonly linked: TimeSpan | null;
}

/** The span between the pending start and the cursor, in the order of time. */
export function pendingSpan(start: ChartProps['pendingStart'], cursor: ChartProps['cursorTime']): TimeSpan | null {
  if (start === null) return null;
  const other = cursor ?? start;
  return { startTime: timeMs(Math.min(start, other)), endTime: timeMs(Math.max(start, other)) };
}

/** The primitives of one pane. `detailed`: with volume, badges and the span in the making, as on the candles. */
export class PaneLayers {
  readonly #parts: ReturnType<typeof makeParts>;
  readonly #detailed: boolean;

  constructor(series: ISeriesApi<'Candlestick' | 'Baseline' | 'Line'>, axis: AxisReader, models: LayerModels, theme: ChartTheme, detailed: boolean) {
    this.#detailed = detailed;
    this.#parts = makeParts(axis, models, theme, detailed);
    const { calendar, volume, lines, pending, shade, labels, predicted, second, cursor, mask, measure, swing, linked } = this.#parts;
    // Drawn in this order: what a person works on comes last.
    for (const part of detailed ? [calendar, volume, linked, lines, shade, labels, mask, predicted, second, cursor, pending, swing, measure] : [calendar, shade, labels, predicted, second, cursor]) series.attachPrimitive(part);
  }

  update(models: LayerModels): void {
    const { calendar, volume, lines, pending, shade, labels, predicted, second, cursor, mask, measure, swing, linked } = this.#parts;
    calendar.setModel(models.calendar);
    volume.setModel(models.volume);
    lines.setModel(models.lines);
    shade.setModel(models.window);
    labels.setModel(models.labels);
    predicted.setModel(models.predicted);
    second.setModel(models.second);
    cursor.setModel(models.cursor);
    pending.setModel(models.pending);
    mask.setModel(models.mask);
    measure.setModel(models.measure);
    swing.setModel(models.swing);
    linked.setModel(models.linked);
  }

  restyle(theme: ChartTheme): void {
    const { calendar, volume, lines, pending, shade, labels, predicted, second, cursor, mask, measure, swing, linked } = this.#parts;
    calendar.setOptions(calendarLinesOptions(theme));
    volume.setOptions(volumeBarsOptions(theme));
    lines.setOptions(valueLinesOptions(theme));
    shade.setOptions(windowShadeOptions(theme));
    labels.setOptions(spanRegionsOptions(theme, this.#detailed));
    predicted.setOptions(predictedSpansOptions(theme, 'first', this.#detailed));
    second.setOptions(predictedSpansOptions(theme, 'second', this.#detailed));
    cursor.setOptions(barCursorOptions(theme, this.#detailed));
    pending.setOptions(pendingSpanOptions(theme));
    mask.setOptions(maskStripOptions(theme));
    measure.setOptions(measureBoxOptions(theme));
    swing.setOptions(swingMarkOptions(theme));
    linked.setOptions(linkedStretchOptions(theme));
  }
}

// The return type is a list of generic instances that says less than the calls do.
function makeParts(axis: AxisReader, models: LayerModels, theme: ChartTheme, detailed: boolean) {
  return {
    calendar: calendarLinesPrimitive(axis, models.calendar, calendarLinesOptions(theme)),
    volume: volumeBarsPrimitive(axis, models.volume, volumeBarsOptions(theme)),
    lines: valueLinesPrimitive(axis, models.lines, valueLinesOptions(theme)),
    shade: windowShadePrimitive(axis, models.window, windowShadeOptions(theme)),
    labels: spanRegionsPrimitive(axis, models.labels, spanRegionsOptions(theme, detailed)),
    predicted: predictedSpansPrimitive(axis, models.predicted, predictedSpansOptions(theme, 'first', detailed)),
    second: predictedSpansPrimitive(axis, models.second, predictedSpansOptions(theme, 'second', detailed)),
    cursor: barCursorPrimitive(axis, models.cursor, barCursorOptions(theme, detailed)),
    pending: pendingSpanPrimitive(axis, models.pending, pendingSpanOptions(theme)),
    mask: maskStripPrimitive(axis, models.mask, maskStripOptions(theme)),
    measure: measureBoxPrimitive(axis, models.measure, measureBoxOptions(theme)),
    swing: swingMarkPrimitive(axis, models.swing, swingMarkOptions(theme)),
    linked: linkedStretchPrimitive(axis, models.linked, linkedStretchOptions(theme)),
  };
}
