import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { runId, seriesId, spanId, verdictId, windowId } from '../../../src/shared/domain/ids.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { Verdict } from '../../../src/shared/domain/verdict.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts';
import { findSpan, putSpan } from '../../../src/main/store/queries/spans.ts';
import { findVerdict, putVerdict, readVerdicts } from '../../../src/main/store/queries/verdicts.ts';

const VERDICT: Verdict = {
  id: verdictId('v'),
  seriesId: seriesId(1),
  windowId: windowId(1),
  runId: runId(7),
  types: ['wrong-direction', 'early-start'],
  decision: 'rejected',
  confidence: 0.75,
  predictions: [{ startTime: timeMs(0), endTime: timeMs(60_000), bars: 2, score: 0.75, direction: 'down' }],
  labels: [{ id: spanId('a'), startTime: timeMs(60_000), endTime: timeMs(60_000), direction: 'up' }],
  author: 'me',
  decidedAt: timeMs(5),
};

it('0006 keeps labels that knew no run, and has room for verdicts', () => {
  const db = new SqliteDatabase(':memory:');
  migrate(db, MIGRATIONS.slice(0, 5));
  db.exec(`
    INSERT INTO series (symbol, timeframe_ms, origin, time_zone, price_decimals, has_volume) VALUES ('ABC', 60000, '', 'UTC', 2, 0);
    INSERT INTO label_window (series_id, start_time, end_time, length) VALUES (1, 0, 60000, 2);
    INSERT INTO span VALUES ('a', 1, 1, 60000, 60000, 0.8, 0, 1, NULL, 'up', 'old', 'me', 'prediction', 0.5, 1, 2);
  `);
  migrate(db, MIGRATIONS.slice(0, 6));
  const old = findSpan(db, spanId('a'))!;
  expect(old).toMatchObject({ note: 'old', source: 'prediction', score: 0.5, createdAt: 1, updatedAt: 2 });
  expect(old).not.toHaveProperty('runId');
  putSpan(db, old.id, { ...old, runId: runId(7) });
  expect(findSpan(db, old.id)).toEqual({ ...old, runId: 7 });

  putVerdict(db, VERDICT.id, VERDICT);
  expect(readVerdicts(db, seriesId(1))).toEqual([VERDICT]);
  putVerdict(db, VERDICT.id, { ...VERDICT, decision: 'unsure' });
  expect(findVerdict(db, VERDICT.id)).toEqual({ ...VERDICT, decision: 'unsure' });
  putVerdict(db, VERDICT.id, null);
  expect(findVerdict(db, VERDICT.id)).toBeNull();
});
