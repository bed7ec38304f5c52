import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { ExpanseError } from '../../shared/contract/errors.ts';
import { APPLICATION_ID } from './application-id.ts';
import { keepStatements } from './keep-statements.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { explainStoreError } from './store-error.ts';
import { syncFolder } from './sync-folder.ts';

// A process that was just killed gives its lock back at once; a living one keeps it for hours.
const LOCK_WAIT_MS = 1000;

/**
 * Opens a project, migrating it to the newest version, and holds it for this process alone until it is closed.
 * Throws ExpanseError 'project': missing, no project, from a newer version, damaged, or open elsewhere.
 */
export function openStore(path: string): Database {
  const file = resolve(path);
  if (!existsSync(file)) throw new ExpanseError('project', `${file} does not exist.`, 'Choose another file, or create a new project.');
  requireWritable(file);
  try {
    return open(file, requireProject);
  } catch (thrown) {
    throw explainStoreError(thrown, file);
  }
}

// SQLite would fail at taking the lock, and blame the disk.
function requireWritable(file: string): void {
  try {
    accessSync(file, constants.W_OK);
  } catch (cause) {
    throw new ExpanseError('project', `${file} may not be written to.`, 'Allow writing to the file and its folder, or copy it elsewhere.', { cause });
  }
}

/** Creates an empty project and opens it. Throws ExpanseError 'project' where a file of this name exists, or its folder does not. */
export function createStore(path: string): Database {
  const file = resolve(path);
  if (existsSync(file)) throw new ExpanseError('project', `${file} exists already.`, 'Choose another name, or open that project.');
  if (!existsSync(dirname(file))) throw new ExpanseError('project', `The folder ${dirname(file)} does not exist.`, 'Create the folder first, or choose another.');
  requireNoLeftover(`${file}-wal`);
  // Under another name until it is whole: a crash never leaves a half-made project.
  const unfinished = `${file}.new`;
  removeUnfinished(unfinished);
  try {
    open(unfinished, (db) => db.pragma(`application_id = ${APPLICATION_ID}`)).close();
    renameSync(unfinished, file);
  } catch (thrown) {
    removeUnfinished(unfinished);
    throw explainStoreError(thrown, file);
  }
  syncFolder(dirname(file));
  return openStore(file);
}

function removeUnfinished(file: string): void {
  for (const part of [file, `${file}-wal`]) rmSync(part, { force: true });
}

// SQLite would play the last changes of a project that was deleted into the new one of its name.
function requireNoLeftover(log: string): void {
  if (!existsSync(log) || statSync(log).size === 0) return;
  const message = `${log} holds the last changes of a project that is no longer beside it.`;
  throw new ExpanseError('project', message, `Put that project back, remove ${basename(log)}, or choose another name.`);
}

/** Throws what SQLite throws, or ExpanseError. */
function open(file: string, identify: (db: Database) => void): Database {
  let db: Database | undefined;
  try {
    db = new SqliteDatabase(file, { timeout: LOCK_WAIT_MS });
    // Before the first read, so that it takes the file's lock and no second process can open the project.
    db.pragma('locking_mode = EXCLUSIVE');
    identify(db);
    makeDurable(db);
    migrate(db, MIGRATIONS);
    keepStatements(db);
    return db;
  } catch (thrown) {
    db?.close();
    throw thrown;
  }
}

function makeDurable(db: Database): void {
  db.pragma('journal_mode = WAL');
  db.exec('BEGIN EXCLUSIVE; COMMIT');
  db.pragma('synchronous = FULL');
  // macOS: fsync alone leaves data in the drive's cache.
  db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
}

// Reads only: a file that belongs to another program stays as it is.
function requireProject(db: Database): void {
  if (db.pragma('application_id', { simple: true }) === APPLICATION_ID) return;
  throw new ExpanseError('project', `${db.name} is not an Expanse project.`, 'Choose another file, or create a new project.');
}
