import { describe, expect, it } from 'vitest';
import { calendarLabels, overviewCalendar, shownHours } from '../../../../src/renderer/screens/label/overview/overview-calendar.ts';
import { ZoneClock } from '../../../../src/shared/calendar/zone-clock.ts';

const HOUR = 3_600_000;
const calendarOf = (parts: number, hours: number) => overviewCalendar(Float64Array.from({ length: parts + 1 }, (_, i) => Date.UTC(2023, 11, 28, 12) + i * hours * HOUR), new ZoneClock('America/New_York'));
const texts = (parts: number, hours: number, width: number) => calendarLabels(calendarOf(parts, hours), width).map(({ text }) => text);

describe('the dates of the overview', () => {
  it('are days, weeks, months or years, as the width permits', () => {
    expect(texts(96, 1, 600)).toEqual(['28 Dec', '29 Dec', '30 Dec', '31 Dec', '1 Jan']);
    expect(texts(480, 1, 400)).toEqual(['28 Dec', '1 Jan', '8 Jan', '15 Jan']);
    expect(texts(900, 4, 300)).toEqual(['2024', 'Feb', 'Mar', 'Apr', 'May']);
    expect(texts(900, 24, 300)).toEqual(['2024', '2025', '2026']);
  });

  it('name the day of a series that is no longer than it', () => {
    expect(texts(10, 1, 600)).toEqual(['28 Dec']);
  });

  it('say nothing at the right end that would be cut off', () => {
    expect(texts(450, 1, 400)).toEqual(['28 Dec', '1 Jan', '8 Jan', '']);
  });

  it('come with the regular hours, while a day has room for them', () => {
    const calendar = calendarOf(48, 1);
    // Opened at 9:30, so that the first whole hour in them is 10:00 in New York.
    expect(shownHours(calendar, 600)).toEqual([{ start: 3, end: 8 }, { start: 27, end: 32 }]);
    expect(shownHours(calendar, 60)).toEqual([]);
  });
});
