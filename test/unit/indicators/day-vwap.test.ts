import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { calendarMarks } from '../../../src/shared/calendar/calendar-marks.ts';
import { ZoneClock } from '../../../src/shared/calendar/zone-clock.ts';
import type { BarColumns } from '../../../src/shared/domain/bar.ts';
import { dayVwap } from '../../../src/shared/indicators/day-vwap.ts';
import { anyBars } from './any-bars.ts';

const ZONES = ['America/New_York', 'Asia/Tokyo', 'UTC'];

/** The slow and obvious way: for every bar, all bars so far that luxon puts on its day. */
function slowVwap(bars: BarColumns, zone: string, i: number): number {
  const dayOf = (bar: number): string => DateTime.fromMillis(bars.time[bar], { zone }).toISODate()!;
  const sameDay = Array.from({ length: i + 1 }, (_, bar) => bar).filter((bar) => dayOf(bar) === dayOf(i) && bars.volume[bar] > 0);
  const traded = sameDay.reduce((sum, bar) => sum + bars.volume[bar], 0);
  return sameDay.reduce((sum, bar) => sum + ((bars.high[bar] + bars.low[bar] + bars.close[bar]) / 3) * (bars.volume[bar] / traded), 0) || NaN;
}

describe('dayVwap', () => {
  it.each(ZONES)('begins anew with every day of %s', (zone) => {
    fc.assert(
      fc.property(anyBars({ min: 1, max: 60 }), (bars) => {
        const { value } = dayVwap(bars, calendarMarks(bars.time, new ZoneClock(zone)));
        for (let i = 0; i < value.length; i++) {
          const slow = slowVwap(bars, zone, i);
          if (Number.isNaN(slow)) expect(value[i]).toBeNaN();
          else expect(value[i] / slow).toBeCloseTo(1, 10);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says where days begin, so that no line leads there', () => {
    const hours = Float64Array.from({ length: 48 }, (_, i) => Date.UTC(2024, 0, 1, i));
    const flat = new Float64Array(48).fill(1);
    const { begins } = dayVwap({ time: hours, open: flat, high: flat, low: flat, close: flat, volume: flat }, calendarMarks(hours, new ZoneClock('America/New_York')));
    expect([...begins].flatMap((flag, i) => (flag === 1 ? [i] : []))).toEqual([5, 29]);
  });
});
