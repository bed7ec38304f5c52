import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime } from '../../../../src/renderer/ui/format/read-time.ts';
import { formatBarTime } from '../../../../src/renderer/ui/format/time.ts';

const ZONES = ['UTC', 'America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', '-05:00'];

describe('a time that a person writes', () => {
  it('is read by the clock of the zone', () => {
    expect(readTime('2024-01-02', 'UTC')).toBe(Date.UTC(2024, 0, 2));
    expect(readTime(' 2024-1-2 9:30 ', 'America/New_York')).toBe(Date.UTC(2024, 0, 2, 14, 30));
    expect(readTime('2024-07-02T09:30', 'America/New_York')).toBe(Date.UTC(2024, 6, 2, 13, 30));
    for (const text of ['', 'soon', '2024', '2024-13-01', '2024-02-30', '2024-01-02 24:00', '2024-01-02 9', '02.01.2024']) expect(readTime(text, 'UTC'), text).toBeNull();
  });

  it('is the one that the clock shows, whatever the zone and the season', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 365 * 1440 }), fc.constantFrom(...ZONES), (minutes, zone) => {
        const text = formatBarTime(Date.UTC(1990, 0, 1) + minutes * 60_000, zone, 60_000);
        expect(formatBarTime(readTime(text, zone)!, zone, 60_000)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the first of two where the clock goes back', () => {
    expect(readTime('2024-11-03 01:30', 'America/New_York')).toBe(Date.UTC(2024, 10, 3, 5, 30));
    expect(readTime('2024-10-27 01:15', 'Europe/London')).toBe(Date.UTC(2024, 9, 27, 0, 15));
  });
});
