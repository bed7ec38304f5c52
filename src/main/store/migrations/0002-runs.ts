import type { Migration } from './migration.ts';

// A snapshot stands by itself: it names series and windows without referring to them, so that what a run learned from stays
// whatever becomes of them. Bars are kept once, under their hash, however many snapshots hold them.
const SNAPSHOTS = `
  CREATE TABLE dataset_snapshot (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    windows INTEGER NOT NULL CHECK (windows > 0),
    spans INTEGER NOT NULL CHECK (spans >= 0)
  ) STRICT;

  -- bars: the six columns one after the other, little-endian Float64.
  CREATE TABLE snapshot_bars (
    hash TEXT PRIMARY KEY,
    bars BLOB NOT NULL CHECK (length(bars) % 48 = 0)
  ) STRICT;

  -- warm_up: how many of the bars come before the window. spans: JSON, counted in bars from the window's first.
  CREATE TABLE snapshot_window (
    snapshot_id INTEGER NOT NULL REFERENCES dataset_snapshot (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    window_id INTEGER NOT NULL,
    series_id INTEGER NOT NULL,
    from_index INTEGER NOT NULL,
    own_part TEXT CHECK (own_part IN ('train', 'val', 'test', 'embargo')),
    warm_up INTEGER NOT NULL CHECK (warm_up >= 0),
    bars_hash TEXT NOT NULL REFERENCES snapshot_bars (hash),
    spans TEXT NOT NULL CHECK (json_valid(spans)),
    PRIMARY KEY (snapshot_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX snapshot_window_by_bars ON snapshot_window (bars_hash);
  CREATE TRIGGER snapshot_is_never_changed BEFORE UPDATE ON dataset_snapshot
    BEGIN SELECT RAISE(ABORT, 'a dataset snapshot is never changed'); END;
  CREATE TRIGGER snapshot_window_is_never_changed BEFORE UPDATE ON snapshot_window
    BEGIN SELECT RAISE(ABORT, 'a dataset snapshot is never changed'); END;
  CREATE TRIGGER snapshot_bars_are_never_changed BEFORE UPDATE ON snapshot_bars
    BEGIN SELECT RAISE(ABORT, 'a dataset snapshot is never changed'); END;
`;

// threshold: the one that maximises F1 on the validation part; null until the run was evaluated.
const RUNS = `
  CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed', 'interrupted')),
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    config TEXT NOT NULL CHECK (json_valid(config)),
    snapshot_id INTEGER NOT NULL REFERENCES dataset_snapshot (id),
    backend TEXT NOT NULL DEFAULT '',
    best_epoch INTEGER,
    threshold REAL,
    evaluation TEXT CHECK (json_valid(evaluation)),
    error TEXT
  ) STRICT;
  CREATE INDEX run_by_snapshot ON run (snapshot_id);

  CREATE TABLE run_window (
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('train', 'val', 'test', 'embargo')),
    PRIMARY KEY (run_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE run_epoch (
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL CHECK (epoch > 0),
    record TEXT NOT NULL CHECK (json_valid(record)),
    PRIMARY KEY (run_id, epoch)
  ) STRICT, WITHOUT ROWID;

  -- weights: safetensors under PyTorch's names. state: what resuming needs besides; null where it was not kept.
  CREATE TABLE checkpoint (
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('best', 'last')),
    epoch INTEGER NOT NULL,
    weights BLOB NOT NULL,
    state BLOB,
    PRIMARY KEY (run_id, kind)
  ) STRICT;
`;

// Probabilities carry their bars' times, so that bars imported later never shift them.
const PREDICTIONS = `
  CREATE TABLE window_prediction (
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    window_id INTEGER NOT NULL REFERENCES label_window (id) ON DELETE CASCADE,
    time BLOB NOT NULL,
    probability BLOB NOT NULL CHECK (length(probability) * 2 = length(time)),
    PRIMARY KEY (run_id, window_id)
  ) STRICT;
  CREATE INDEX window_prediction_by_window ON window_prediction (window_id);

  -- complete: 0 while it is being written; only complete ones are read, and one of a run and series.
  CREATE TABLE series_prediction (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1))
  ) STRICT;
  CREATE UNIQUE INDEX series_prediction_once ON series_prediction (run_id, series_id) WHERE complete = 1;
  CREATE INDEX series_prediction_by_series ON series_prediction (series_id);

  CREATE TABLE series_prediction_chunk (
    prediction_id INTEGER NOT NULL REFERENCES series_prediction (id) ON DELETE CASCADE,
    first_time INTEGER NOT NULL,
    last_time INTEGER NOT NULL CHECK (last_time >= first_time),
    time BLOB NOT NULL,
    probability BLOB NOT NULL CHECK (length(probability) * 2 = length(time)),
    PRIMARY KEY (prediction_id, first_time)
  ) STRICT;
`;

export const createRunTables: Migration = {
  version: 2,
  up: (db) => db.exec(SNAPSHOTS + RUNS + PREDICTIONS),
};
