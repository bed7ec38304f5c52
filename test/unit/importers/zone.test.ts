import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayZone } from '../../../src/main/core/imports/display-zone.ts';
import { makeZone } from '../../../src/main/importers/time/zone.ts';
import { importContent, listBars, reportOf } from './import-text.ts';

/** What the clock of a zone shows at a UTC time, as milliseconds that read like UTC. By the platform's own tables. */
function clockAt(formatter: Intl.DateTimeFormat, utcMs: number): number {
  const parts = Object.fromEntries(formatter.formatToParts(utcMs).map((part) => [part.type, Number(part.value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}
const formatterOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US-u-hc-h23', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });

const HOUR = 3_600_000;
const clock = (text: string): number => Date.parse(`${text}Z`);

describe('makeZone', () => {
  it.each(['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Casablanca', 'America/Sao_Paulo'])(
    'finds the UTC times at which the clock of %s shows a time',
    (name) => {
      const zone = makeZone(name);
      const formatter = formatterOf(name);
      const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
      fc.assert(
        fc.property(minutes, (minute) => {
          const shown = clockAt(formatter, minute * 60_000);
          // Every UTC time within a day whose clock reads the same, found by trying all quarter hours.
          const fitting: number[] = [];
          for (let utc = shown - 15 * HOUR; utc <= shown + 15 * HOUR; utc += HOUR / 4) {
            if (clockAt(formatter, utc) === shown) fitting.push(utc);
          }
          expect(zone.toUtc(shown)).toBe(fitting[0]);
          expect(zone.laterUtc(shown)).toBe(fitting[1] ?? Number.NaN);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('knows hours that do not exist and hours that happen twice', () => {
    const zone = makeZone('America/New_York');
    expect(zone.toUtc(clock('2024-03-10T02:30:00'))).toBeNaN();
    expect(zone.toUtc(clock('2024-03-10T03:00:00'))).toBe(Date.parse('2024-03-10T07:00:00Z'));
    expect(zone.toUtc(clock('2024-11-03T01:30:00'))).toBe(Date.parse('2024-11-03T05:30:00Z'));
    expect(zone.laterUtc(clock('2024-11-03T01:30:00'))).toBe(Date.parse('2024-11-03T06:30:00Z'));
    expect(zone.laterUtc(clock('2024-11-03T02:00:00'))).toBeNaN();
  });

  it.each([
    ['UTC', 0],
    ['UTC-05:00', 5],
    ['+02:00', -2],
    ['GMT+3', -3],
    ['Etc/GMT+5', 5],
  ])('takes the offset %s', (name, hours) => {
    expect(makeZone(name).toUtc(0)).toBe(hours * HOUR);
    expect(makeZone(name).laterUtc(0)).toBeNaN();
  });

  it.each(['', 'Mars/Olympus', 'UTC+99', '5'])('refuses "%s"', (name) => {
    expect(() => makeZone(name)).toThrow(expect.objectContaining({ kind: 'invalid-input' }));
  });
});

describe('displayZone', () => {
  it.each([
    ['America/New_York', 'America/New_York'],
    ['UTC-05:00', 'Etc/GMT+5'],
    ['+02:00', 'Etc/GMT-2'],
    ['UTC+05:30', 'UTC'],
    ['UTC', 'UTC'],
  ])('of %s is %s', (given, shown) => {
    expect(displayZone(given)).toBe(shown);
    expect(() => formatterOf(shown)).not.toThrow();
  });
});

describe('stamps at the change of clocks', () => {
  const inNewYork = (stamps: readonly string[]) =>
    importContent(`time,open,high,low,close\n${stamps.map((stamp) => `${stamp},10,12,9,11`).join('\n')}\n`, 'abc_30m.csv', { timeZone: 'America/New_York' });

  it('that do not exist are rejected with the reason', async () => {
    const report = reportOf(await inNewYork(['2024-03-10 01:30', '2024-03-10 02:30', '2024-03-10 03:00']));
    expect(report.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [3, '2024-03-10 02:30 does not exist in America/New_York: the clocks were set forward'],
    ]);
    expect(report.counts.added).toBe(2);
  });

  it('that happen twice are taken in the order of the file', async () => {
    const stamps = ['00:30', '01:00', '01:30', '01:00', '01:30', '02:00'].map((time) => `2024-11-03 ${time}`);
    const imported = await inNewYork(stamps);
    const utc = ['04:30', '05:00', '05:30', '06:00', '06:30', '07:00'].map((time) => `2024-11-03T${time}:00.000Z`);
    expect(listBars(imported).map((bar) => bar.time)).toEqual(utc);
    expect(imported.notes.join(' ')).toContain('4 stamps happen twice in America/New_York');
    const newestFirst = await inNewYork(stamps.toReversed());
    expect(listBars(newestFirst).map((bar) => bar.time)).toEqual(utc);
  });

  it('that happen twice but are written once are taken as the earlier', async () => {
    const imported = await inNewYork(['2024-11-03 00:30', '2024-11-03 01:00', '2024-11-03 02:00']);
    expect(listBars(imported)[1].time).toBe('2024-11-03T05:00:00.000Z');
  });
});
