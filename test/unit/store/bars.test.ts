import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../src/shared/contract/errors.ts';
import { viewBars, type BarColumns } from '../../../src/shared/domain/bar.ts';
import type { SeriesId } from '../../../src/shared/domain/ids.ts';
import { LEVEL_FACTOR } from '../../../src/shared/domain/series.ts';
import { aggregateBars } from '../../../src/main/store/aggregate-bars.ts';
import { findBarIndex, hasBar, mergeBars, readBarRange, readBarsBetween, readTimesBetween } from '../../../src/main/store/queries/bars.ts';
import { readSeries } from '../../../src/main/store/queries/series.ts';
import { barsAt, makeSeries, memoryStore, MINUTE, minutes, seriesOf } from './fixtures.ts';

const CHUNK = 4096;

/** All levels of a series, worked out from all its bars at once. */
function levelsOf(bars: BarColumns): readonly BarColumns[] {
  const levels = [bars];
  while (levels.at(-1)!.time.length > CHUNK) levels.push(aggregateBars(levels.at(-1)!, LEVEL_FACTOR));
  return levels;
}

/** What is stored, and what the series of all those bars should be, told from them at once. */
function compareLevels(db: Database, id: SeriesId, times: readonly number[]) {
  const { barCount, levels, firstTime, lastTime } = readSeries(db, id);
  const stored = Array.from({ length: levels }, (_, level) => readBarRange(db, id, level, 0, Number.MAX_SAFE_INTEGER));
  return {
    stored: { barCount, firstTime, lastTime, levels: stored },
    expected: { barCount: times.length, firstTime: times[0], lastTime: times.at(-1), levels: levelsOf(barsAt(times)) },
  };
}

describe('bars in chunks and levels', () => {
  it('are the same in whatever pieces and order they came', () => {
    const piece = fc.record({ from: fc.nat(60_000), count: fc.constantFrom(1, 7, 500, 4096, 9000, 34_000), step: fc.constantFrom(1, 1, 3) });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
        const db = memoryStore();
        const id = makeSeries(db);
        const all = new Set<number>();
        for (const { from, count, step } of pieces) {
          const times = Array.from({ length: count }, (_, index) => (from + index * step) * MINUTE);
          const known = times.filter((time) => all.has(time)).length;
          expect(mergeBars(db, id, barsAt(times))).toEqual({ added: count - known, alreadyPresent: known, conflicting: [] });
          times.forEach((time) => all.add(time));
        }
        const { stored, expected } = compareLevels(db, id, [...all].toSorted((a, b) => a - b));
        expect(stored).toEqual(expected);
        db.close();
      }),
      { numRuns: 12 },
    );
  });

  it.each([CHUNK - 1, CHUNK, CHUNK + 1, CHUNK * LEVEL_FACTOR, CHUNK * LEVEL_FACTOR + 1])('grow a level at the right moment: %i bars and one more', (count) => {
    const db = memoryStore();
    const id = seriesOf(db, count);
    const before = compareLevels(db, id, minutes(0, count));
    expect(before.stored).toEqual(before.expected);
    mergeBars(db, id, barsAt(minutes(count, 1)));
    const after = compareLevels(db, id, minutes(0, count + 1));
    expect(after.stored).toEqual(after.expected);
  });

  it('keep the stored bar of a conflict and name the other', () => {
    const db = memoryStore();
    const id = seriesOf(db, 10);
    const incoming = barsAt(minutes(8, 4));
    incoming.high[1] += 5;
    expect(mergeBars(db, id, incoming)).toEqual({ added: 2, alreadyPresent: 1, conflicting: [1] });
    const { stored, expected } = compareLevels(db, id, minutes(0, 12));
    expect(stored).toEqual(expected);
  });

  it('appending rewrites the tail chunk of every level and no other', () => {
    const db = memoryStore();
    const id = seriesOf(db, 40_000);
    db.exec('CREATE TABLE written (level, chunk); CREATE TRIGGER note AFTER INSERT ON bar_chunk BEGIN INSERT INTO written VALUES (new.level, new.chunk); END');
    mergeBars(db, id, barsAt(minutes(40_000, 3)));
    expect(db.prepare('SELECT level, chunk FROM written ORDER BY level').raw().all()).toEqual([[0, 9], [1, 1], [2, 0]]);
  });

  it('are found by time as a linear search finds them', () => {
    const db = memoryStore();
    const id = makeSeries(db);
    const times = minutes(0, 9000).filter((_, index) => index % 7 !== 3);
    const bars = barsAt(times);
    mergeBars(db, id, bars);
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 9005 * 2 }), fc.nat(9000), (halfMinutes, length) => {
        const from = (halfMinutes * MINUTE) / 2;
        const to = from + length * MINUTE;
        expect(findBarIndex(db, id, 0, from)).toBe(times.findLastIndex((time) => time <= from));
        expect(hasBar(db, id, from)).toBe(times.includes(from));
        const first = times.filter((time) => time < from).length;
        const expected = viewBars(bars, first, times.filter((time) => time <= to).length);
        expect(readBarsBetween(db, id, from, to)).toEqual(expected);
        expect(readTimesBetween(db, id, from, to)).toEqual(expected.time);
      }),
      { numRuns: 60 },
    );
  });

  it('are cut to what exists', () => {
    const db = memoryStore();
    const id = seriesOf(db, 100);
    expect(readBarRange(db, id, 0, 90, 50)).toEqual(barsAt(minutes(90, 10)));
    expect(readBarRange(db, id, 0, 100, 1).time).toHaveLength(0);
    expect(readBarRange(db, id, 3, 0, 10).time).toHaveLength(0);
  });

  it('refuse bars out of order, repeated, or at a fraction of a millisecond, and write nothing', () => {
    const db = memoryStore();
    const id = makeSeries(db);
    for (const times of [[MINUTE, 0], [MINUTE, MINUTE], [0.5], [Number.NaN]]) {
      expect(() => mergeBars(db, id, barsAt(times))).toThrow(ExpanseError);
    }
    expect(readSeries(db, id).barCount).toBe(0);
  });
});
