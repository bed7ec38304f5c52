import { expect, it } from 'vitest';
import type { ImportReport } from '../../../src/shared/contract/imports.ts';
import { importId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import { insertImport, listImports, readImport } from '../../../src/main/store/queries/imports.ts';
import { readSeries } from '../../../src/main/store/queries/series.ts';
import { memoryStore, MINUTE, seriesOf } from './fixtures.ts';

it('keeps the whole report of an import, newest first in the list', () => {
  const db = memoryStore();
  const series = readSeries(db, seriesOf(db, 10));
  const report = (file: string, added: number): ImportReport => ({
    importId: null,
    file,
    series,
    options: {
      format: 'csv',
      delimiter: ',',
      hasHeader: true,
      columns: { time: 0, close: 4 },
      timeFormat: 'iso',
      timeZone: 'UTC',
      stampsAreBarEnd: false,
      symbol: 'ABC',
      timeframeMs: MINUTE,
      member: null,
    },
    importedAt: timeMs(1_700_000_000_000),
    seconds: 0.25,
    counts: {
      dataRows: added + 1,
      added,
      alreadyPresent: 0,
      rejected: 1,
      duplicatesExact: 0,
      duplicatesConflicting: 0,
      outOfOrder: 0,
      blankLines: 0,
      gaps: 0,
      missingBars: 0,
      sessions: 1,
      highBelowLow: 1,
      nonFinite: 0,
      nonPositive: 0,
    },
    rejected: [{ line: 7, time: null, reason: 'high 1 is below low 2', text: '"odd", text\u2028;' }],
    duplicatesExact: [],
    duplicatesConflicting: [],
    outOfOrder: [],
    gaps: [],
    sessions: [],
    notes: [],
  });
  const ids = [insertImport(db, report('first.csv', 3)), insertImport(db, report('second.csv', 4))];
  expect(listImports(db)).toEqual([
    { id: ids[1], seriesId: series.id, file: 'second.csv', importedAt: 1_700_000_000_000, added: 4, rejected: 1 },
    { id: ids[0], seriesId: series.id, file: 'first.csv', importedAt: 1_700_000_000_000, added: 3, rejected: 1 },
  ]);
  expect(readImport(db, ids[0])).toEqual({ ...report('first.csv', 3), importId: ids[0] });
  expect(() => readImport(db, importId(99))).toThrow('The project has no import 99.');
});
