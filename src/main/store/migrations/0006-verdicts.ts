import type { Migration } from './migration.ts';

// A verdict stands by itself: it names the run and the labels without referring to them, so that it stays whatever becomes of
// them. types, predictions, labels: JSON.
const VERDICTS = `
  CREATE TABLE verdict (
    id TEXT PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    window_id INTEGER NOT NULL REFERENCES label_window (id),
    run_id INTEGER NOT NULL,
    types TEXT NOT NULL CHECK (json_valid(types)),
    decision TEXT NOT NULL CHECK (decision IN ('accepted', 'fixed', 'rejected', 'unsure')),
    confidence REAL NOT NULL,
    predictions TEXT NOT NULL CHECK (json_valid(predictions)),
    labels TEXT NOT NULL CHECK (json_valid(labels)),
    author TEXT NOT NULL,
    decided_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX verdict_by_series ON verdict (series_id, decided_at);
`;

/** Verdicts, and the run of labels that were accepted from its predictions; of those made before, it is not known. */
export const keepVerdicts: Migration = {
  version: 6,
  up: (db) => db.exec(`${VERDICTS} ALTER TABLE span ADD COLUMN run_id INTEGER;`),
};
