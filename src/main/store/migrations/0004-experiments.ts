import type { Migration } from './migration.ts';

// kind and members' configurations are decided at the start. plan_hash: of kind and members, to find the same plan again.
// snapshot_id, parts: what the member learns from; parts has a letter for each window (t train, v val, s test, e embargo).
const EXPERIMENTS = `
  CREATE TABLE experiment (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('seeds', 'folds', 'sweep')),
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed', 'interrupted')),
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    error TEXT,
    plan_hash TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    note TEXT NOT NULL DEFAULT '',
    favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
  ) STRICT;
  CREATE INDEX experiment_by_plan ON experiment (plan_hash);

  CREATE TABLE experiment_member (
    experiment_id INTEGER NOT NULL REFERENCES experiment (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    label TEXT NOT NULL CHECK (label <> ''),
    group_name TEXT NOT NULL,
    config TEXT NOT NULL CHECK (json_valid(config)),
    snapshot_id INTEGER NOT NULL REFERENCES dataset_snapshot (id),
    parts TEXT NOT NULL,
    run_id INTEGER REFERENCES run (id) ON DELETE SET NULL,
    PRIMARY KEY (experiment_id, position)
  ) STRICT;
  CREATE UNIQUE INDEX experiment_member_by_run ON experiment_member (run_id);
  CREATE INDEX experiment_member_by_snapshot ON experiment_member (snapshot_id);
`;

// The counts of a run's windows never change, and the list of runs shows them for a thousand runs at once.
const RUNS = `
  ALTER TABLE run ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));
  ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT '';
  ALTER TABLE run ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1));
  ALTER TABLE run ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
  ALTER TABLE run ADD COLUMN train INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE run ADD COLUMN val INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE run ADD COLUMN test INTEGER NOT NULL DEFAULT 0;
  UPDATE run SET
    train = (SELECT count(*) FROM run_window WHERE run_id = run.id AND part = 'train'),
    val = (SELECT count(*) FROM run_window WHERE run_id = run.id AND part = 'val'),
    test = (SELECT count(*) FROM run_window WHERE run_id = run.id AND part = 'test');
  CREATE INDEX run_epoch_seconds ON run_epoch (run_id, record ->> 'seconds');
`;

export const createExperimentTables: Migration = {
  version: 4,
  up: (db) => db.exec(EXPERIMENTS + RUNS),
};
