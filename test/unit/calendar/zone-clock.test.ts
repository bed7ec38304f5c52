import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, ZoneClock } from '../../../src/shared/calendar/zone-clock.ts';

const ZONES = ['UTC', 'America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia'] as const;
const FROM = Date.UTC(1990, 0, 1);
const TO = Date.UTC(2035, 0, 1);

/** The slow and obvious way: what `Intl` says the wall shows, read back as if it were UTC. */
function offsetByIntl(timeZone: string, utc: number): number {
  const text = new Date(utc).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(utc / 1000) * 1000;
}

describe('ZoneClock', () => {
  it.each(ZONES)('agrees with Intl at any moment in %s', (zone) => {
    const clock = new ZoneClock(zone);
    fc.assert(
      fc.property(fc.integer({ min: FROM, max: TO }), (utc) => {
        expect(clock.offsetAt(utc)).toBe(offsetByIntl(zone, utc));
      }),
      { numRuns: 200 },
    );
  });

  it('finds the second at which summer time begins and ends', () => {
    const clock = new ZoneClock('America/New_York');
    const spring = Date.UTC(2024, 2, 10, 7);
    const autumn = Date.UTC(2024, 10, 3, 6);
    expect(clock.local(spring - 1000).toISOString()).toBe('2024-03-10T01:59:59.000Z');
    expect(clock.local(spring).toISOString()).toBe('2024-03-10T03:00:00.000Z');
    expect(clock.local(autumn - 1000).toISOString()).toBe('2024-11-03T01:59:59.000Z');
    expect(clock.local(autumn).toISOString()).toBe('2024-11-03T01:00:00.000Z');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => new ZoneClock('Europe/Nowhere')).toThrow(RangeError);
    expect(clockOf('Europe/Nowhere').timeZone).toBe('UTC');
    expect(clockOf('Europe/Paris').timeZone).toBe('Europe/Paris');
  });
});
