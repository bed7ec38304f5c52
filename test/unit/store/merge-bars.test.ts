import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_COLUMN_NAMES, type BarColumns } from '../../../src/shared/domain/bar.ts';
import { mergeSortedBars } from '../../../src/main/store/merge-bars.ts';
import { barsAt, MINUTE } from './fixtures.ts';

const times = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }).map((list) => list.toSorted((a, b) => a - b).map((minute) => minute * MINUTE));

function toRows(bars: BarColumns): Map<number, readonly number[]> {
  return new Map(Array.from(bars.time, (time, index) => [time, BAR_COLUMN_NAMES.map((name) => bars[name][index])]));
}

describe('mergeSortedBars', () => {
  it('agrees with a map by time that keeps what it has', () => {
    fc.assert(
      fc.property(times, times, fc.array(fc.nat()), (existingTimes, incomingTimes, changed) => {
        const existing = barsAt(existingTimes);
        const incoming = barsAt(incomingTimes);
        changed.filter((index) => index < incoming.time.length).forEach((index) => (incoming.close[index] += 1));

        const kept = toRows(existing);
        const conflicting = Array.from(incoming.time.keys()).filter((index) => kept.has(incoming.time[index]) && changed.includes(index));
        const added = [...toRows(incoming)].filter(([time]) => !kept.has(time));
        const rows = [...kept, ...added].toSorted(([a], [b]) => a - b);

        const merged = mergeSortedBars(existing, incoming);
        expect([...toRows(merged.bars)]).toEqual(rows);
        expect(merged.added).toBe(added.length);
        expect(merged.conflicting).toEqual(conflicting);
        expect(merged.alreadyPresent).toBe(incoming.time.length - added.length - conflicting.length);
        const firstAdded = rows.findIndex(([time]) => !kept.has(time));
        expect(merged.firstAdded).toBe(firstAdded < 0 ? rows.length : firstAdded);
      }),
    );
  });
});
