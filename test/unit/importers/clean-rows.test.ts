import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanRows, type CleanRows } from '../../../src/main/importers/cleaning/clean-rows.ts';
import type { ReadRows } from '../../../src/main/importers/rows/read-rows.ts';
import { BAR_COLUMN_NAMES, makeBarColumns } from '../../../src/shared/domain/bar.ts';

type Row = readonly [time: number, open: number, high: number, low: number, close: number, volume: number];

function toRows(rows: readonly Row[]): ReadRows {
  const bars = makeBarColumns(rows.length);
  rows.forEach((row, i) => BAR_COLUMN_NAMES.forEach((name, column) => (bars[name][i] = row[column])));
  const faults = new Map(rows.flatMap((row, i) => (Number.isNaN(row[0]) ? [[i, 'no time'] as const] : [])));
  return { bars, faults, laterTimes: new Map(), unknownVolumes: 0 };
}

const clean = (rows: readonly Row[]): CleanRows => cleanRows(toRows(rows), 60_000);

const price = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, Number.NaN, Infinity) });
const time = fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 0, max: 12 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) });
const anyRow: fc.Arbitrary<Row> = fc.tuple(time, price, price, price, price, fc.constantFrom(0, 5, Number.NaN));

/** The rules once more, as slowly and plainly as they can be said. */
const isSound = ([, open, high, low, close]: Row): boolean =>
  [open, high, low, close].every((value) => Number.isFinite(value) && value > 0) &&
  high >= low && Math.max(open, close) <= high && Math.min(open, close) >= low;

describe('cleanRows', () => {
  it('keeps the first sound row of every time, in order', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const { bars, rowOfBar } = clean(rows);
        const times = [...new Set(rows.filter((row) => isSound(row) && !Number.isNaN(row[0])).map((row) => row[0]))].sort((a, b) => a - b);
        expect([...bars.time]).toEqual(times);
        times.forEach((at, i) => {
          const first = rows.findIndex((row) => row[0] === at && isSound(row));
          expect(rowOfBar[i]).toBe(first);
          expect(BAR_COLUMN_NAMES.map((name) => bars[name][i])).toEqual([...rows[first]]);
        });
      }),
    );
  });

  it('accounts for every row exactly once', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const { rowOfBar, rejected, exact, conflicting } = clean(rows);
        const found = [...rowOfBar, ...[...rejected, ...exact, ...conflicting].map(({ row }) => row)];
        expect(found.sort((a, b) => a - b)).toEqual(rows.map((_, i) => i));
      }),
    );
  });

  it('calls a row a duplicate of an earlier kept one, exact where all values agree', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const { exact, conflicting, rowOfBar } = clean(rows);
        for (const { row, keptRow } of [...exact, ...conflicting]) {
          expect(keptRow).toBeLessThan(row);
          expect(rows[row][0]).toBe(rows[keptRow][0]);
          expect([...rowOfBar]).toContain(keptRow);
        }
        for (const { row, keptRow } of exact) expect(rows[row]).toEqual(rows[keptRow]);
        for (const { row, keptRow } of conflicting) expect(rows[row]).not.toEqual(rows[keptRow]);
      }),
    );
  });

  it('lists the rows that stand behind a later one, and none in an ordered file of either direction', () => {
    const sound = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(sound, (times) => {
        const rows = times.map((at): Row => [at, 2, 3, 1, 2, 5]);
        const { outOfOrder, newestFirst } = clean(rows);
        const sign = newestFirst ? -1 : 1;
        const expected = rows.flatMap((row, i) => (rows.slice(0, i).some((before) => sign * before[0] > sign * row[0]) ? [i] : []));
        expect(outOfOrder).toEqual(expected);

        const ordered = rows.toSorted((a, b) => a[0] - b[0]);
        expect(clean(ordered)).toMatchObject({ outOfOrder: [], newestFirst: false });
        expect(clean(ordered.toReversed())).toMatchObject({ outOfOrder: [], newestFirst: true });
        expect(clean(ordered.toReversed()).bars).toEqual(clean(ordered).bars);
      }),
    );
  });

  it.each([
    ['a price that is missing', [0, 2, 3, 1, Number.NaN, 5], /^close is missing/],
    ['an infinite price', [0, 2, Infinity, 1, 2, 5], /^high is missing or no finite/],
    ['a price of zero', [0, 2, 3, 0, 2, 5], /^low is not above zero/],
    ['high below low', [0, 2, 1, 3, 2, 5], /^high 1 is below low 3/],
    ['a close above the high', [0, 2, 3, 1, 3.1, 5], /outside of low 1 to high 3/],
    ['an open below the low', [0, 0.9, 3, 1, 2, 5], /outside of low 1 to high 3/],
  ] as const)('rejects %s with the reason', (_, row, reason) => {
    const { rejected, bars } = clean([row, [1, 2, 3, 1, 2, 5]]);
    expect(rejected).toEqual([{ row: 0, reason: expect.stringMatching(reason) }]);
    expect([...bars.time]).toEqual([1]);
  });

  it('takes a close that lies outside of the range by no more than rounding, as it is', () => {
    expect(clean([[0, 2, 3, 1, 3 * (1 + 1e-7), 5]]).bars.close[0]).toBe(3 * (1 + 1e-7));
    expect(clean([[0, 2, 3, 1, 3 * (1 + 1e-5), 5]]).rejected).toHaveLength(1);
  });

  it('counts every fault of a rejected row', () => {
    expect(clean([[0, Number.NaN, -1, 2, 1, 5]]).faultCounts).toEqual({ nonFinite: 1, nonPositive: 1, highBelowLow: 1 });
  });

  it('keeps a sound row that comes after an impossible one at its time', () => {
    const { rejected, conflicting, bars } = clean([
      [0, 2, 1, 3, 2, 5],
      [0, 2, 3, 1, 2, 5],
      [0, 2, 1, 3, 2, 5],
    ]);
    expect(rejected.map(({ row }) => row)).toEqual([0]);
    expect(conflicting).toEqual([{ row: 2, keptRow: 1 }]);
    expect(bars.high[0]).toBe(3);
  });
});
