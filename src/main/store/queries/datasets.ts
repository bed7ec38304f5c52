import type { Database } from 'better-sqlite3';

/** The id of the dataset of this name, made where it is missing. */
export function findOrCreateDataset(db: Database, name: string, importedAt: number): number {
  db.prepare('INSERT INTO dataset (name, imported_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING').run(name, importedAt);
  return db.prepare<[string], number>('SELECT id FROM dataset WHERE name = ?').pluck().get(name)!;
}

/** Of the datasets that windows of a snapshot came with; null among them where some were made here. */
export function readDatasetsOf(db: Database, snapshotId: number): readonly (string | null)[] {
  return db
    .prepare<[number], string | null>(
      `SELECT DISTINCT dataset.name FROM snapshot_window LEFT JOIN label_window ON label_window.id = window_id LEFT JOIN dataset ON dataset.id = dataset_id
       WHERE snapshot_id = ? ORDER BY dataset.name`,
    )
    .pluck()
    .all(snapshotId);
}
