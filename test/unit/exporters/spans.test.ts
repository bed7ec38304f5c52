import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toExportedSpan } from '../../../src/main/exporters/exported-span.ts';
import { spansCsv } from '../../../src/main/exporters/spans-csv.ts';
import { labelsJson } from '../../../src/main/exporters/labels-json.ts';
import { toExportedVerdict } from '../../../src/main/exporters/exported-verdict.ts';
import { verdictsCsv } from '../../../src/main/exporters/verdicts-csv.ts';
import { newSpanId, runId, seriesId, spanId, verdictId, windowId } from '../../../src/shared/domain/ids.ts';
import type { Series } from '../../../src/shared/domain/series.ts';
import type { Span } from '../../../src/shared/domain/span.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { Verdict } from '../../../src/shared/domain/verdict.ts';
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
const place = (from: number, to: number) => ({ startTime: timeMs(START + from * 60_000), endTime: timeMs(START + to * 60_000) });
const verdict: Verdict = {
  id: verdictId('v'), seriesId: series.id, windowId: window.id, runId: runId(3), types: ['split', 'wrong-direction'], decision: 'accepted', confidence: 0.75,
  predictions: [{ ...place(1, 2), bars: 2, score: 0.75, direction: 'up' }, { ...place(4, 6), bars: 3, score: 0.5, direction: null }],
  labels: [{ id: spanId('a'), ...place(1, 2), direction: 'up' }, { id: spanId('b'), ...place(4, 6), direction: 'up' }],
  author: 'me, too', decidedAt: timeMs(START),
};
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

  it('as JSON are read back as they are, with the verdicts', () => {
    const verdicts = [verdict, { ...verdict, predictions: [] }].map((each) => toExportedVerdict(each, series, window, 'quick 3'));
    fc.assert(
      fc.property(someSpans, fc.nat(2), (spans, count) => {
        expect(JSON.parse([...labelsJson(spans, verdicts.slice(0, count))].join(''))).toEqual({ spans, verdicts: verdicts.slice(0, count) });
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

describe('verdicts', () => {
  it('name run, series and window in words, and their spans in UTC', () => {
    expect(toExportedVerdict(verdict, series, window, null)).toMatchObject({
      symbol: 'ABC', timeframe: '1m', window_start: '2024-01-02T10:00:00Z', run: 3, run_name: null, decision: 'accepted', decided_at: '2024-01-02T10:00:00Z',
      predictions: [{ start: '2024-01-02T10:01:00Z', end: '2024-01-02T10:02:00Z', bars: 2, score: 0.75, direction: 'up' }, { bars: 3 }],
      labels: [{ id: 'a', start: '2024-01-02T10:01:00Z' }, { id: 'b' }],
    });
  });

  it('as CSV have several spans in a cell, as intervals', () => {
    const exported = [verdict, { ...verdict, predictions: [], types: ['missed' as const] }].map((each) => toExportedVerdict(each, series, window, 'quick 3'));
    const rows: Record<string, string>[] = parse([...verdictsCsv(exported)].join(''), { columns: true });
    expect(rows[0]).toMatchObject({
      run: '3', run_name: 'quick 3', types: 'split wrong-direction', scores: '0.75 0.5', label_ids: 'a b', author: 'me, too',
      predictions: '2024-01-02T10:01:00Z/2024-01-02T10:02:00Z 2024-01-02T10:04:00Z/2024-01-02T10:06:00Z',
    });
    expect(rows[1]).toMatchObject({ types: 'missed', predictions: '', scores: '' });
  });
});
