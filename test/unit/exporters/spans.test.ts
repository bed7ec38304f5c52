import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toExportedSpan } from '../../../src/main/exporters/exported-span.ts';
import { spansCsv } from '../../../src/main/exporters/spans-csv.ts';
import { spansJson } from '../../../src/main/exporters/spans-json.ts';
import { newSpanId, seriesId, windowId } from '../../../src/shared/domain/ids.ts';
import type { Series } from '../../../src/shared/domain/series.ts';
import type { Span } from '../../../src/shared/domain/span.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { LabelWindow } from '../../../src/shared/domain/window.ts';

const START = Date.UTC(2024, 0, 2, 10);
const series = { id: seriesId(1), symbol: 'ABC', timeframeMs: 60_000, origin: 'ref210' } as Series;
const window: LabelWindow = {
  id: windowId(7), seriesId: series.id, startTime: timeMs(START), endTime: timeMs(START + 600_000), length: 11,
  state: 'reviewed', skipReason: '', dataset: 'ref210', split: 'val',
};
const span = (note: string): Span => ({
  id: newSpanId(), seriesId: series.id, windowId: window.id, startTime: timeMs(START), endTime: timeMs(START + 60_000), confidence: 0.8,
  startUncertainty: 1, endUncertainty: 0, type: 'retracement', direction: null, note, author: 'me', source: 'person', score: null,
  createdAt: timeMs(START + 1), updatedAt: timeMs(START + 1),
});
const someSpans = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '='), maxLength: 12 }), { maxLength: 6 }).map((notes) =>
  notes.map((note, index) => toExportedSpan(span(note), series, index % 2 === 0 ? window : null)),
);

describe('spans', () => {
  it('as CSV are read back by a full CSV parser, whatever their notes hold', () => {
    fc.assert(
      fc.property(someSpans, (spans) => {
        const rows: Record<string, string>[] = parse([...spansCsv(spans)].join(''), { columns: true, record_delimiter: '\n' });
        expect(rows).toEqual(spans.map((each) => Object.fromEntries(Object.entries(each).map(([name, value]) => [name, value === null ? '' : String(value)]))));
      }),
    );
  });

  it('as JSON are read back as they are', () => {
    fc.assert(
      fc.property(someSpans, (spans) => {
        expect(JSON.parse([...spansJson(spans)].join(''))).toEqual({ spans });
      }),
    );
  });

  it('name their series and window in words and their bars in UTC', () => {
    expect(toExportedSpan(span('n'), series, window)).toMatchObject({
      symbol: 'ABC',
      timeframe: '1m',
      origin: 'ref210',
      start: '2024-01-02T10:00:00Z',
      end: '2024-01-02T10:01:00Z',
      window_start: '2024-01-02T10:00:00Z',
      dataset: 'ref210',
      split: 'val',
      created_at: '2024-01-02T10:00:00.001Z',
    });
    expect(toExportedSpan(span('n'), series, null)).toMatchObject({ window_start: null, window_state: null, dataset: null });
  });
});
