import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../shared/contract/errors.ts';
import type { Migration } from './migrations/migration.ts';

export function readVersion(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings the schema to the newest version; each step is one transaction, so that a crash leaves a whole version.
 * Throws ExpanseError 'project' for a file of a newer version, untouched.
 */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const current = readVersion(db);
  if (current > migrations.length) throw fromTheFuture(db.name, current, migrations.length);
  for (const { version, up } of migrations.slice(current)) {
    db.transaction(() => {
      up(db);
      db.pragma(`user_version = ${version}`);
    })();
  }
}

function fromTheFuture(path: string, found: number, known: number): ExpanseError {
  return new ExpanseError(
    'project',
    `${path} was written by a newer Expanse (project version ${found}; this one knows up to ${known}).`,
    'Update Expanse, or open another project.',
  );
}
