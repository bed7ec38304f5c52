import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectTimeFormat, hasAmbiguousDates } from '../../../src/main/importers/time/detect-time-format.ts';
import { makeStamp } from '../../../src/main/importers/time/stamp.ts';
import { TIME_FORMATS } from '../../../src/main/importers/time/time-formats.ts';

const NO_DAY = Number.NaN;

/** UTC milliseconds, or NaN where the format does not read the text. Stamps without an offset count as UTC. */
function read(id: string, text: string, dayMs = NO_DAY): number {
  const stamp = makeStamp();
  const format = TIME_FORMATS.find((each) => each.id === id)!;
  if (!format.read(text, stamp, dayMs)) return Number.NaN;
  return stamp.clockMs - (Number.isNaN(stamp.offsetMs) ? 0 : stamp.offsetMs);
}

const at = Date.UTC(2024, 1, 29, 9, 30, 15);
const midnight = Date.UTC(2024, 1, 29);

describe('time formats', () => {
  it.each([
    ['iso', '2024-02-29 09:30:15', at],
    ['iso', '2024-02-29T09:30:15Z', at],
    ['iso', '2024-02-29T09:30:15.250Z', at + 250],
    ['iso', '2024-02-29T09:30:15.000000000Z', at],
    ['iso', '2024-02-29 10:30:15+01:00', at],
    ['iso', '2024-02-29 04:00:15-0530', at],
    ['iso', '2024-02-29 09:30:15 UTC', at],
    ['iso', '2024-02-29', midnight],
    ['iso', '2024-2-29 9:30:15', at],
    ['yyyy.MM.dd HH:mm:ss', '2024.02.29 09:30:15', at],
    ['yyyy.MM.dd HH:mm:ss', '2024/02/29', midnight],
    ['yyyyMMdd HHmmss', '20240229 093015', at],
    ['yyyyMMdd HHmmss', '20240229093015', at],
    ['yyyyMMdd HHmmss', '20240229 09:30:15', at],
    ['yyyyMMdd HHmmss', '20240229 0930', at - 15_000],
    ['yyyyMMdd HHmmss', '20240229', midnight],
    ['M/d/yyyy H:mm', '2/29/2024 9:30:15', at],
    ['M/d/yyyy H:mm', '02/29/2024 09:30:15 AM', at],
    ['M/d/yyyy H:mm', '2/29/2024 9:30:15 PM', at + 43_200_000],
    ['M/d/yyyy H:mm', '2/29/2024 12:00 AM', midnight],
    ['M/d/yyyy H:mm', '2/29/2024 12:00 pm', midnight + 43_200_000],
    ['M/d/yyyy H:mm', '02/29/24 09:30:15', at],
    ['M/d/yyyy H:mm', '02/28/70', Date.UTC(1970, 1, 28)],
    ['d/M/yyyy H:mm', '29.2.2024 9:30:15', at],
    ['d/M/yyyy H:mm', '29.02.2024 10:30:15.000 GMT+0100', at],
    ['unix-s', '1709199015', at],
    ['unix-s', '1709199015.250', at + 250],
    ['unix-ms', '1709199015000', at],
    ['unix-us', '1709199015000123', at],
    ['unix-ns', '1709199015000123456', at],
  ])('%s reads %s', (id, text, expected) => {
    expect(read(id, text)).toBe(expected);
    expect(detectTimeFormat([text], NO_DAY)?.id).toBe(id);
  });

  it('a time of day is completed by the date of the file', () => {
    expect(read('ms-of-day', '34215000', midnight)).toBe(at);
    expect(read('ms-of-day', '34215000')).toBeNaN();
    expect(read('ms-of-day', '86400000', midnight)).toBeNaN();
  });

  it.each([
    ['iso', '2023-02-29 09:30:00'],
    ['iso', '2024-13-01'],
    ['iso', '2024-02-29 24:00:00'],
    ['iso', '2024-02-29 09:60:00'],
    ['iso', '2024-02-29 09:30:00 noon'],
    ['iso', '2024-02-29 09'],
    ['iso', ''],
    ['yyyyMMdd HHmmss', '20240230 093000'],
    ['yyyyMMdd HHmmss', '20240229 9'],
    ['M/d/yyyy H:mm', '13/1/2024'],
    ['M/d/yyyy H:mm', '1/1/124'],
    ['M/d/yyyy H:mm', '1/1/2024 13:00 PM'],
    ['d/M/yyyy H:mm', '1/13/2024'],
    ['unix-s', '1709199015000'],
    ['unix-ms', '1709199015'],
    ['unix-s', '-5'],
  ])('%s refuses %s', (id, text) => {
    expect(read(id, text)).toBeNaN();
  });

  it('agree with the clock of the platform on every time', () => {
    const time = fc.integer({ min: Date.UTC(1974, 0, 1), max: Date.UTC(2200, 0, 1) });
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(time, (ms) => {
        const date = new Date(ms);
        const seconds = Math.floor(ms / 1000) * 1000;
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const clock = date.toISOString().slice(11, 19);
        expect(read('iso', date.toISOString())).toBe(ms);
        expect(read('yyyyMMdd HHmmss', `${year}${two(month)}${two(day)} ${clock.replaceAll(':', '')}`)).toBe(seconds);
        expect(read('M/d/yyyy H:mm', `${month}/${day}/${year} ${clock}`)).toBe(seconds);
        expect(read('d/M/yyyy H:mm', `${day}.${month}.${year} ${clock}`)).toBe(seconds);
        expect(read('yyyy.MM.dd HH:mm:ss', `${year}.${two(month)}.${two(day)} ${clock}`)).toBe(seconds);
        expect(read('unix-ms', String(ms))).toBe(ms);
      }),
    );
  });

  it('take days first where a later date leaves no choice', () => {
    expect(detectTimeFormat(['1/2/2024', '13/2/2024'], NO_DAY)?.id).toBe('d/M/yyyy H:mm');
    expect(detectTimeFormat(['1/2/2024', '2/13/2024'], NO_DAY)?.id).toBe('M/d/yyyy H:mm');
    const american = TIME_FORMATS.find((format) => format.id === 'M/d/yyyy H:mm')!;
    expect([hasAmbiguousDates(['1/2/2024'], american), hasAmbiguousDates(['1/2/2024', '1/13/2024'], american)]).toEqual([true, false]);
  });
});

describe('dates that can be read with the day or the month first', () => {
  const days = Array.from({ length: 10 }, (_, i) => i + 1);

  it.each([
    ['d/M/yyyy H:mm', days.map((day) => `0${day}/02/2024 10:00`.replace('010', '10'))],
    ['M/d/yyyy H:mm', days.map((day) => `02/0${day}/2024 10:00`.replace('010', '10'))],
    ['M/d/yyyy H:mm', days.map((day) => `02.0${day}.2024 10:00`.replace('010', '10'))],
    ['M/d/yyyy H:mm', ['03/01/2024 10:00', '03/01/2024 10:01']],
    ['d/M/yyyy H:mm', ['03.01.2024 10:00', '03.01.2024 10:01']],
  ])('are %s where that keeps them together', (id, stamps) => {
    expect(detectTimeFormat(stamps, NO_DAY)?.id).toBe(id);
    expect(detectTimeFormat([...stamps, 'damaged'], NO_DAY)?.id).toBe(id);
  });
});
