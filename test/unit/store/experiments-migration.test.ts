import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { runId } from '../../../src/shared/domain/ids.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts';
import { createExperimentTables } from '../../../src/main/store/migrations/0004-experiments.ts';
import { readRun } from '../../../src/main/store/queries/runs.ts';

const BEFORE = createExperimentTables.version - 1;

it('experiments come with runs as they were, their windows counted, and nothing written down of them', () => {
  const db = new SqliteDatabase(':memory:');
  migrate(db, MIGRATIONS.slice(0, BEFORE));
  db.exec(`
    INSERT INTO dataset_snapshot (hash, created_at, windows, spans) VALUES ('a', 1, 4, 7);
    INSERT INTO run (name, state, created_at, config, snapshot_id, backend) VALUES ('old', 'done', 1, '{"seed":3}', 1, 'wasm');
    INSERT INTO run_window (run_id, position, part) VALUES (1, 0, 'train'), (1, 1, 'train'), (1, 2, 'val'), (1, 3, 'embargo');
    INSERT INTO run_epoch (run_id, epoch, record) VALUES (1, 1, '{"epoch":1,"seconds":2,"sigmas":{"span":1}}'), (1, 2, '{"epoch":2,"seconds":4,"sigmas":{"span":0.5}}');
  `);
  const before = db.prepare('SELECT * FROM run').get() as object;
  migrate(db, MIGRATIONS.slice(0, BEFORE + 1));
  expect(db.prepare('SELECT * FROM run').get()).toMatchObject(before);
  expect(readRun(db, runId(1))).toMatchObject({
    name: 'old',
    experiment: null,
    config: { seed: 3 },
    windows: { train: 2, val: 1, test: 0, spans: 7 },
    epochsDone: 2,
    secondsPerEpoch: 3,
    sigmas: { span: 0.5 },
    tags: [],
    note: '',
    favourite: false,
    archived: false,
  });
  expect(db.pragma('foreign_key_check')).toEqual([]);
});
