import type { Database } from 'better-sqlite3';

/** One step of the schema. `up` runs within a transaction that also records the version. */
export interface Migration {
  /** 1, 2, 3… without holes; the project's `user_version` once it was applied. */
  readonly version: number;
  readonly up: (db: Database) => void;
}
