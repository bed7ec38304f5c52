import { describe, expect, it } from 'vitest';
import { calendarMarks } from '../../../../src/shared/calendar/calendar-marks.ts';
import { ZoneClock } from '../../../../src/shared/calendar/zone-clock.ts';
import { makeBarColumns } from '../../../../src/shared/domain/bar.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';
import { IntervalIndex } from '../../../../src/renderer/chart/geometry/interval-index.ts';
import { measureBox, type MeasureBoxModel } from '../../../../src/renderer/chart/primitives/measure-box/measure-box-view.ts';
import { swingMark } from '../../../../src/renderer/chart/primitives/swing-mark/swing-mark-view.ts';
import { cursorColumn } from '../../../../src/renderer/chart/primitives/bar-cursor/bar-cursor-view.ts';
import { calendarLines } from '../../../../src/renderer/chart/primitives/calendar-lines/calendar-lines-view.ts';
import { pendingShape } from '../../../../src/renderer/chart/primitives/pending-span/pending-span-view.ts';
import { predictedOutlines } from '../../../../src/renderer/chart/primitives/predicted-spans/predicted-spans-view.ts';
import { volumeBars } from '../../../../src/renderer/chart/primitives/volume-bars/volume-bars-view.ts';
import { windowShade } from '../../../../src/renderer/chart/primitives/window-shade/window-shade-view.ts';
import { axisOfTen, timeOfBar } from '../axis.ts';

const axis = axisOfTen();
const bars = (from: number, to: number) => ({ startTime: timeOfBar(from), endTime: timeOfBar(to) });

describe('windowShade', () => {
  it('leaves the window clear', () => {
    expect(windowShade(bars(4, 9), axis)).toEqual({ inside: { left: 40, right: 100 }, strength: 1 });
    expect(windowShade(null, axis)).toBeNull();
  });

  it('dims everything where the window is before or after the loaded bars', () => {
    expect(windowShade({ startTime: timeMs(1), endTime: timeMs(2) }, axis)?.inside.right).toBeLessThan(0);
    const after = { startTime: timeMs(9e9), endTime: timeMs(9.1e9) };
    expect(windowShade(after, axisOfTen({ reachesEnd: false }))?.inside.left).toBeGreaterThan(axis.width);
  });

  it('dims less where the window is seen from afar', () => {
    expect(windowShade(bars(4, 4), axis)?.strength).toBeLessThan(0.5);
  });
});

describe('measureBox', () => {
  const columns = makeBarColumns(20);
  columns.close.forEach((_, i) => (columns.close[i] = 100 + i));
  const model = (from: number, to: number, price: number | null = null): MeasureBoxModel => ({
    from: { time: timeOfBar(from), price },
    to: { time: timeOfBar(to), price: null },
    bars: columns,
    priceDecimals: 1,
    yOf: (value) => 500 - value,
  });

  it('lies over whole bars, between the prices of its ends: the closes where none are given', () => {
    expect(measureBox(model(4, 9), axis)).toMatchObject({ stretch: { left: 40, right: 100 }, fromY: 396, toY: 391, isForward: true });
    expect(measureBox(model(9, 4, 120), axis)).toMatchObject({ stretch: { left: 40, right: 100 }, fromY: 380, toY: 396, isForward: false });
    expect(measureBox(model(4, 9), axis)?.lines[0]).toBe('+5.0 · +4.81 %');
  });

  it('is none without a scale, without bars, and beyond the loaded bars', () => {
    expect(measureBox(null, axis)).toBeNull();
    expect(measureBox({ ...model(4, 9), yOf: () => null }, axis)).toBeNull();
    expect(measureBox({ ...model(4, 9), from: { time: timeMs(1), price: 3 } }, axis)).toBeNull();
    expect(measureBox({ ...model(4, 9), bars: makeBarColumns(3) }, axis)).toBeNull();
  });
});

describe('swingMark', () => {
  const columns = makeBarColumns(20);
  columns.high[8] = 3;
  columns.low[14] = -2;
  const mark = (bar: number) => swingMark({ time: timeOfBar(bar), bars: columns, yOf: (price) => 100 - price }, axis);

  it('stands at the high or the low of its bar', () => {
    expect(mark(8)).toEqual({ x: 85, y: 97 });
    expect(mark(14)).toEqual({ x: 145, y: 102 });
  });

  it('is none where the edge was drawn to none', () => {
    expect(swingMark(null, axis)).toBeNull();
    expect(mark(9)).toBeNull();
  });
});

describe('predictedOutlines', () => {
  const spans = new IntervalIndex([{ ...bars(1, 3), score: 0.871 }, { ...bars(3, 6), score: 0.5 }, { ...bars(10, 12), score: 1 }]);
  const outlines = predictedOutlines({ spans, selected: bars(3, 6), selectedEdge: 'end' }, axis);

  it('outlines whole bars and writes the score', () => {
    expect(outlines.map(({ stretch, score }) => [stretch.left, stretch.right, score])).toEqual([
      [10, 40, '0.87'],
      [30, 70, '0.50'],
      [100, 130, '1.00'],
    ]);
  });

  it('marks the selected one, and its edge', () => {
    expect(outlines.map(({ selected, selectedEdge }) => [selected, selectedEdge])).toEqual([[false, null], [true, 'end'], [false, null]]);
  });

  it('leaves out a score that would cover the one before', () => {
    expect(outlines.map(({ badgeX }) => badgeX)).toEqual([10, null, 100]);
  });
});

it('the cursor fills the column of its bar', () => {
  expect(cursorColumn(timeOfBar(3), axis)).toEqual({ left: 30, right: 40 });
  expect(cursorColumn(null, axis)).toBeNull();
});

it('the span in the making counts its bars', () => {
  expect(pendingShape(bars(2, 5), axis)).toEqual({ stretch: { left: 20, right: 60 }, bars: 4 });
  expect(pendingShape(bars(2, 5), axisOfTen({ barsPerCandle: 8 }))?.bars).toBe(32);
  expect(pendingShape(null, axis)).toBeNull();
});

describe('volumeBars', () => {
  const columns = makeBarColumns(20);
  columns.volume.fill(NaN);
  columns.volume.set([50, 100, 25], 4);
  columns.close[5] = 2;
  columns.open[6] = 3;

  it('measures against the greatest volume in view, and skips bars without one', () => {
    expect(volumeBars(columns, axis).map(({ stretch, height, up }) => [Math.round(stretch.left), height, up])).toEqual([
      [41, 0.5, true],
      [51, 1, true],
      [61, 0.25, false],
    ]);
    expect(volumeBars(columns, axisOfTen({ width: 45 })).map(({ height }) => height)).toEqual([1]);
  });

  it('is empty without volume', () => {
    expect(volumeBars(null, axis)).toEqual([]);
    expect(volumeBars(makeBarColumns(20), axis)).toEqual([]);
  });
});

describe('calendarLines', () => {
  /** Half-hours from 08:00 in New York on a Thursday. */
  const times = Float64Array.from({ length: 48 * 4 }, (_, i) => Date.UTC(2024, 0, 4, 13) + i * 1_800_000);
  const marks = calendarMarks(times, new ZoneClock('America/New_York'));
  const axisOf = (spacing: number, width: number) => axisOfTen({ times, origin: spacing / 2, spacing, width });

  it('stand left of the first bar of a day and, fainter, of its regular hours', () => {
    expect(calendarLines(marks, axisOf(10, 700))).toEqual([
      { x: 30, kind: 'session' },
      { x: 320, kind: 'period' },
      { x: 510, kind: 'session' },
    ]);
  });

  it('leave out what is not in view, what has no room, and everything when they are switched off', () => {
    expect(calendarLines(marks, axisOf(2, 1_000)).map(({ x, kind }) => [x, kind])).toEqual([[64, 'period'], [160, 'period'], [256, 'period'], [352, 'period']]);
    expect(calendarLines(marks, axisOf(10, 20))).toEqual([]);
    expect(calendarLines(null, axisOf(10, 700))).toEqual([]);
  });

  it('wait for the marks of the bars that are loaded', () => {
    expect(calendarLines(marks, axis)).toEqual([]);
  });
});
