import type { Database } from 'better-sqlite3';

/** The id of the dataset of this name, made where it is missing. */
export function findOrCreateDataset(db: Database, name: string, importedAt: number): number {
  db.prepare('INSERT INTO dataset (name, imported_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING').run(name, importedAt);
  return db.prepare<[string], number>('SELECT id FROM dataset WHERE name = ?').pluck().get(name)!;
}
