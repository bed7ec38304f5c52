import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seriesId, spanId, windowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { Span } from '../../../src/shared/domain/span.ts';
import { makeBarFinder } from '../../../src/main/core/training/bar-finder.ts';
import { countCutSpans, readSpansOfWindows } from '../../../src/main/core/training/window-spans.ts';
import { findBarIndex, hasBar, mergeBars } from '../../../src/main/store/queries/bars.ts';
import { putSpan, readSpansOfWindow } from '../../../src/main/store/queries/spans.ts';
import { readAllWindows } from '../../../src/main/store/queries/windows.ts';
import { makeBars, makeDatabase } from './run-fixtures.ts';

const SERIES = seriesId(1);

it('finds bars by time as the store does, in whatever order it is asked', () => {
  const db = makeDatabase();
  const bars = makeBars(10_000);
  // Every third bar is missing.
  const kept = bars.time.map((_, i) => i).filter((i) => i % 3 !== 2);
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, (i) => column[i]);
  mergeBars(db, SERIES, { time: pick(bars.time), open: pick(bars.open), high: pick(bars.high), low: pick(bars.low), close: pick(bars.close), volume: pick(bars.volume) });
  const finder = makeBarFinder(db);
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 10_005 }), fc.constantFrom(0, 1), (minute, offset) => {
      const time = minute * 60_000 + offset;
      expect(finder.find(SERIES, time)).toBe(hasBar(db, SERIES, time) ? findBarIndex(db, SERIES, 0, time) : -1);
    }),
  );
});

const span: fc.Arbitrary<Pick<Span, 'startTime' | 'endTime' | 'windowId'>> = fc
  .tuple(fc.nat(300), fc.nat(20), fc.constantFrom(null, 1, 2, 3))
  .map(([start, size, window]) => ({
    startTime: timeMs(start * 60_000),
    endTime: timeMs((start + size) * 60_000),
    windowId: window === null ? null : windowId(window),
  }));

it('reads the spans of all windows at once as the store reads those of one', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
      const db = makeDatabase();
      db.exec('INSERT INTO label_window (series_id, start_time, end_time, length) VALUES (1, 3000000, 9240000, 105), (1, 12000000, 18240000, 105)');
      spans.forEach((one, n) => putSpan(db, spanId(`span ${n}`), makeSpan(n, one)));
      const windows = readAllWindows(db, {});
      const each = windows.map((window) => readSpansOfWindow(db, window).map(({ id }) => id).sort());
      expect(readSpansOfWindows(db, windows).map((found) => found.map(({ id }) => id).sort())).toEqual(each);
      for (const found of readSpansOfWindows(db, windows)) {
        expect(found.map(({ startTime }) => startTime)).toEqual(found.map(({ startTime }) => startTime).sort((a, b) => a - b));
      }
      const isCut = (one: (typeof spans)[number]): boolean =>
        windows.some(({ startTime, endTime }) => one.startTime <= endTime && one.endTime >= startTime && !(one.startTime >= startTime && one.endTime <= endTime));
      expect(countCutSpans(db, windows)).toBe(spans.filter((one) => one.windowId === null && isCut(one)).length);
    }),
    { numRuns: 50 },
  );
});

function makeSpan(n: number, given: Pick<Span, 'startTime' | 'endTime' | 'windowId'>): Span {
  return {
    ...given,
    id: spanId(`span ${n}`),
    seriesId: SERIES,
    confidence: 0.5,
    startUncertainty: 0,
    endUncertainty: 0,
    type: null,
    direction: null,
    note: '',
    author: '',
    source: 'person',
    score: null,
    createdAt: timeMs(0),
    updatedAt: timeMs(0),
  };
}
