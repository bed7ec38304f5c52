import { describe, expect, it } from 'vitest';
import { BarAxis } from '../../../../src/renderer/chart/geometry/bar-axis.ts';
import { ClockAxis, placeAmong } from '../../../../src/renderer/chart/higher/clock-axis.ts';
import { linkedStretch } from '../../../../src/renderer/chart/primitives/linked-stretch/linked-stretch-view.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';

const span = (startTime: number, endTime: number) => ({ startTime: timeMs(startTime), endTime: timeMs(endTime) });
const axisOf = (times: readonly number[], barsPerCandle = 1) => new BarAxis({ times: Float64Array.from(times), origin: 5, spacing: 10, width: 200, barsPerCandle, reachesEnd: true });

describe('times among candles of a higher timeframe', () => {
  const times = Float64Array.of(0, 60, 180);

  it('lie within them by the clock, at the end of one before a gap, and beyond them by the clock alone', () => {
    expect([0, 15, 60, 90, 150, 180, 210, 300, -30].map((time) => placeAmong(times, 60, time))).toEqual([0, 0.25, 1, 1.5, 2, 2, 2.5, 4, -0.5]);
  });

  it('make two stretches of two spans in one candle', () => {
    const axis = new ClockAxis(axisOf([0, 60, 180]), 60, 1);
    expect(axis.stretchOf(span(0, 14))).toEqual({ left: 0, right: 2.5 });
    expect(axis.stretchOf(span(30, 59))).toEqual({ left: 5, right: 10 });
    expect(axis.stretchOf(span(-90, -31))).toBeNull();
  });
});

describe('the bars of a stretch of time', () => {
  it('are those that open in it, whether one opens at its beginning or not', () => {
    const axis = axisOf([10, 11, 12, 20, 21]);
    expect(linkedStretch(span(11, 19), axis)).toEqual({ left: 10, right: 30 });
    expect(linkedStretch(span(13, 20), axis)).toEqual({ left: 30, right: 40 });
    expect(linkedStretch(span(13, 19), axis)).toBeNull();
    expect(linkedStretch(span(0, 9), axis)).toBeNull();
    expect(linkedStretch(null, axis)).toBeNull();
  });

  it('are the whole candle where one stands for several bars', () => {
    expect(linkedStretch(span(13, 15), axisOf([0, 8, 16], 8))).toEqual({ left: 10, right: 20 });
  });
});
