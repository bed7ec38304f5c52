import type { Migration } from './migration.ts';

// backend_notes: JSON list of sentences, why the run computed on its back end.
export const keepBackendNotes: Migration = {
  version: 3,
  up: (db) => db.exec("ALTER TABLE run ADD COLUMN backend_notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(backend_notes))"),
};
