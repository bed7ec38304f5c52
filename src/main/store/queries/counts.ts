import type { Database } from 'better-sqlite3';

export function countRows(db: Database, table: 'label_window' | 'span' | 'run'): number {
  return db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!;
}

/** Size of the project, with what is still in its write-ahead log. */
export function countBytes(db: Database): number {
  const pragma = (name: string) => db.pragma(name, { simple: true }) as number;
  return pragma('page_count') * pragma('page_size');
}
