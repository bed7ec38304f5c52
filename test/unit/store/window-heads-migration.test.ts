import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { runId, windowId } from '../../../src/shared/domain/ids.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts';
import { readThreshold } from '../../../src/main/store/queries/runs.ts';
import { readWindowPrediction } from '../../../src/main/store/queries/window-predictions.ts';

it('0005 keeps predictions without heads, and chosen thresholds, and lets evaluations of fewer figures come anew', () => {
  const db = new SqliteDatabase(':memory:');
  migrate(db, MIGRATIONS.slice(0, 4));
  db.exec(`
    INSERT INTO series (symbol, timeframe_ms, origin, time_zone, price_decimals, has_volume) VALUES ('ABC', 60000, '', 'UTC', 2, 0);
    INSERT INTO label_window (series_id, start_time, end_time, length) VALUES (1, 0, 60000, 2);
    INSERT INTO dataset_snapshot (hash, created_at, windows, spans) VALUES ('a', 1, 1, 0);
    INSERT INTO run (name, state, created_at, config, snapshot_id, threshold, evaluation) VALUES ('old', 'done', 1, '{}', 1, 0.25, '{"part":"val"}');
  `);
  const time = Float64Array.of(0, 60_000);
  const probability = Float32Array.of(0.25, 0.75);
  db.prepare('INSERT INTO window_prediction (run_id, window_id, time, probability) VALUES (1, 1, ?, ?)').run(new Uint8Array(time.buffer), new Uint8Array(probability.buffer));
  migrate(db, MIGRATIONS.slice(0, 5));
  expect(readWindowPrediction(db, runId(1), windowId(1))).toEqual({ time, probability, heads: null });
  expect(readThreshold(db, runId(1))).toBe(0.25);
  expect(db.prepare('SELECT evaluation FROM run').pluck().get()).toBeNull();
});
