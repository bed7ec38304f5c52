import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { runId } from '../../../src/shared/domain/ids.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts';
import { readBackendNotes, setBackend } from '../../../src/main/store/queries/runs.ts';

it('0003 keeps runs as they were, with no notes until some are told', () => {
  const db = new SqliteDatabase(':memory:');
  migrate(db, MIGRATIONS.slice(0, 2));
  db.exec(`
    INSERT INTO dataset_snapshot (hash, created_at, windows, spans) VALUES ('a', 1, 1, 0);
    INSERT INTO run (name, state, created_at, config, snapshot_id, backend) VALUES ('old', 'done', 1, '{}', 1, 'wasm');
  `);
  const before = db.prepare('SELECT * FROM run').get() as object;
  migrate(db, MIGRATIONS.slice(0, 3));
  expect(db.prepare('SELECT * FROM run').get()).toEqual({ ...before, backend_notes: '[]' });
  expect(readBackendNotes(db, runId(1))).toEqual([]);
  setBackend(db, runId(1), 'cpu', ['It is the only one.', 'wasm: no SIMD']);
  expect(readBackendNotes(db, runId(1))).toEqual(['It is the only one.', 'wasm: no SIMD']);
});
