import { existsSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { APPLICATION_ID } from '../../store/application-id.ts';
import { explainStoreError } from '../../store/store-error.ts';

export interface ProjectHealth {
  readonly path: string;
  readonly sound: boolean;
  /** What is wrong, where SQLite found it in its own words; empty where the project is sound. */
  readonly findings: readonly string[];
}

/** Reads every page of the file and follows every reference; changes nothing. Throws ExpanseError for a file that is no database. */
export function checkProject(path: string): ProjectHealth {
  if (!existsSync(path)) throw new ExpanseError('not-found', `There is no file ${path}.`, 'Check the name; doctor creates no project.');
  try {
    const db = new SqliteDatabase(path, { readonly: true });
    try {
      const findings = [...kindFindings(db), ...integrityFindings(db), ...referenceFindings(db)];
      return { path, sound: findings.length === 0, findings };
    } finally {
      db.close();
    }
  } catch (thrown) {
    throw explainStoreError(thrown, path);
  }
}

function kindFindings(db: SqliteDatabase.Database): readonly string[] {
  return db.pragma('application_id', { simple: true }) === APPLICATION_ID ? [] : ['it is a database, but no Expanse project'];
}

function integrityFindings(db: SqliteDatabase.Database): readonly string[] {
  const lines = db.pragma('integrity_check') as { readonly integrity_check: string }[];
  return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok');
}

function referenceFindings(db: SqliteDatabase.Database): readonly string[] {
  const broken = db.pragma('foreign_key_check') as { readonly table: string; readonly rowid: number | null; readonly parent: string }[];
  return broken.map(({ table, rowid, parent }) => `row ${rowid ?? '?'} of ${table} refers to a row of ${parent} that is missing`);
}
