import { describe, expect, it } from 'vitest';
import { formatBytes } from '../../../../src/renderer/ui/format/bytes.ts';
import { formatSeconds, formatTimeLeft } from '../../../../src/renderer/ui/format/duration.ts';
import { formatCount, formatFigure, formatLoss, formatMove, formatQuantity, formatShare } from '../../../../src/renderer/ui/format/number.ts';
import { formatBarClock, formatBarTime, formatDay, formatShortTime, knownTimeZone } from '../../../../src/renderer/ui/format/time.ts';

describe('numbers', () => {
  it('are grouped and counted', () => {
    expect(formatCount(186_348)).toBe('186,348');
    expect([0, 1, 2].map((count) => formatQuantity(count, 'window'))).toEqual(['0 windows', '1 window', '2 windows']);
    expect(formatQuantity(2, 'series', 'series')).toBe('2 series');
  });

  it('have a true minus sign and no negative zero', () => {
    expect([0.7213, -0.012, -0.0001].map(formatFigure)).toEqual(['0.721', '−0.012', '0.000']);
    expect([0.0123, -0.0045, 0.00012, 0].map(formatMove)).toEqual(['+1.23 %', '−0.45 %', '+0.012 %', '0.000 %']);
  });

  it('of losses keep four digits at any size', () => {
    expect([0.46231, 15.771, 0.022981, 123_456, 0, Number.NaN].map(formatLoss)).toEqual(['0.4623', '15.77', '0.02298', '1.23e+5', '0', '–']);
  });

  it('as shares are whole percents', () => {
    expect([0, 0.314, 1].map(formatShare)).toEqual(['0 %', '31 %', '100 %']);
  });
});

describe('sizes and durations', () => {
  it('use the unit that fits', () => {
    expect([0, 999, 1536, 436_700, 2_500_000, 999_950_000].map(formatBytes)).toEqual(['0 B', '999 B', '1.5 kB', '437 kB', '2.5 MB', '1.0 GB']);
    expect([0, 0.0234, 0.34, 42.4, 75, 120, 7260].map(formatSeconds)).toEqual(['0.0 s', '23 ms', '0.3 s', '42 s', '1 min 15 s', '2 min', '2 h 1 min']);
  });

  it('are estimated coarsely', () => {
    expect([null, 2, 33, 200, 9000].map(formatTimeLeft)).toEqual([
      'estimating time left',
      'a few seconds left',
      'about 35 s left',
      'about 3 min left',
      'about 2.5 h left',
    ]);
  });
});

describe('times of bars', () => {
  const summer = Date.UTC(2011, 6, 5, 13, 30);
  const winter = Date.UTC(2011, 0, 5, 14, 30);

  it('are shown in a zone with its summer time', () => {
    expect(formatBarTime(summer, 'America/New_York', 60_000)).toBe('2011-07-05 09:30');
    expect(formatBarTime(winter, 'America/New_York', 60_000)).toBe('2011-01-05 09:30');
  });

  it('take fixed offsets in the way that imports write them', () => {
    expect(formatBarClock(winter, 'UTC-05:00', 60_000)).toBe('09:30');
    expect([knownTimeZone('UTC-05:00'), knownTimeZone('UTC'), knownTimeZone('Nowhere/Town')]).toEqual(['-05:00', 'UTC', undefined]);
  });

  it('show midnight as 00, no clock for days, seconds where bars need them', () => {
    const midnight = Date.UTC(2024, 1, 29);
    expect(formatBarTime(midnight, 'UTC', 60_000)).toBe('2024-02-29 00:00');
    expect(formatBarTime(midnight, 'UTC', 86_400_000)).toBe('2024-02-29');
    expect(formatBarClock(midnight + 5000, 'UTC', 5000)).toBe('00:00:05');
    expect(formatDay(midnight, 'America/New_York')).toBe('28 Feb 2024');
    expect(formatShortTime(midnight, 'America/New_York', 60_000)).toBe('28 Feb 19:00');
    expect(formatShortTime(midnight, 'UTC', 86_400_000)).toBe('29 Feb 2024');
  });
});
