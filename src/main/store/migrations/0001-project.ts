import type { Migration } from './migration.ts';

// Times are UTC milliseconds. Spans and windows name their bars by time, so that bars may be added before them.
const SERIES_AND_BARS = `
  CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL CHECK (symbol <> ''),
    timeframe_ms INTEGER NOT NULL CHECK (timeframe_ms > 0),
    origin TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    price_decimals INTEGER NOT NULL CHECK (price_decimals >= 0),
    has_volume INTEGER NOT NULL CHECK (has_volume IN (0, 1)),
    UNIQUE (symbol, timeframe_ms, origin)
  ) STRICT;

  -- Chunk c of a level holds its bars from c * 4096 on. bars: the six columns one after the other, little-endian Float64.
  CREATE TABLE bar_chunk (
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    level INTEGER NOT NULL CHECK (level >= 0),
    chunk INTEGER NOT NULL CHECK (chunk >= 0),
    bar_count INTEGER NOT NULL CHECK (bar_count BETWEEN 1 AND 4096),
    first_time INTEGER NOT NULL,
    last_time INTEGER NOT NULL CHECK (last_time >= first_time),
    bars BLOB NOT NULL CHECK (length(bars) = bar_count * 48),
    PRIMARY KEY (series_id, level, chunk)
  ) STRICT;
  CREATE UNIQUE INDEX bar_chunk_by_time ON bar_chunk (series_id, level, first_time);
`;

const IMPORTS = `
  CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    file TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    added INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    report TEXT NOT NULL CHECK (json_valid(report))
  ) STRICT;
  CREATE INDEX import_by_series ON import (series_id);

  CREATE TABLE dataset (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    imported_at INTEGER NOT NULL
  ) STRICT;
`;

const LABELS = `
  CREATE TABLE label_window (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    start_time INTEGER NOT NULL,
    end_time INTEGER NOT NULL CHECK (end_time >= start_time),
    length INTEGER NOT NULL CHECK (length > 0),
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'reviewed', 'skipped')),
    skip_reason TEXT NOT NULL DEFAULT '',
    dataset_id INTEGER REFERENCES dataset (id),
    split TEXT CHECK (split IN ('train', 'val', 'test', 'embargo'))
  ) STRICT;
  CREATE UNIQUE INDEX label_window_once ON label_window (series_id, start_time, length, ifnull(dataset_id, 0));
  CREATE INDEX label_window_queue ON label_window (series_id, start_time, id);
  CREATE INDEX label_window_by_state ON label_window (state, series_id, start_time, id);

  CREATE TABLE span (
    id TEXT PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    window_id INTEGER REFERENCES label_window (id),
    start_time INTEGER NOT NULL,
    end_time INTEGER NOT NULL CHECK (end_time >= start_time),
    confidence REAL NOT NULL CHECK (confidence > 0 AND confidence <= 1),
    start_uncertainty REAL NOT NULL CHECK (start_uncertainty >= 0),
    end_uncertainty REAL NOT NULL CHECK (end_uncertainty >= 0),
    type TEXT CHECK (type IN ('consolidation', 'retracement')),
    direction TEXT CHECK (direction IN ('up', 'down')),
    note TEXT NOT NULL,
    author TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('person', 'import', 'prediction')),
    score REAL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX span_by_time ON span (series_id, start_time, end_time);
  CREATE INDEX span_by_window ON span (window_id);
`;

// undo_top and redo_top: sequence of the edit that an undo or a redo would take next, after this entry; null: none.
const HISTORY = `
  CREATE TABLE label_edit (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('edit', 'undo', 'redo', 'import')),
    of INTEGER REFERENCES label_edit (sequence),
    description TEXT NOT NULL,
    forward TEXT NOT NULL CHECK (json_valid(forward)),
    inverse TEXT NOT NULL CHECK (json_valid(inverse)),
    undo_top INTEGER REFERENCES label_edit (sequence),
    redo_top INTEGER REFERENCES label_edit (sequence),
    CHECK ((action IN ('undo', 'redo')) = (of IS NOT NULL))
  ) STRICT;
  CREATE INDEX label_edit_by_of ON label_edit (of, sequence);
  CREATE TRIGGER label_edit_is_never_changed BEFORE UPDATE ON label_edit
    BEGIN SELECT RAISE(ABORT, 'the log of label edits is append-only'); END;
  CREATE TRIGGER label_edit_is_never_deleted BEFORE DELETE ON label_edit
    BEGIN SELECT RAISE(ABORT, 'the log of label edits is append-only'); END;
`;

export const createProjectTables: Migration = {
  version: 1,
  up: (db) => db.exec(SERIES_AND_BARS + IMPORTS + LABELS + HISTORY),
};
