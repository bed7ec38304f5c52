import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../shared/contract/errors.ts';
import { createStore, openStore } from '../store/open-store.ts';

type Hook = () => void | Promise<void>;

/** The one project that is open, if any. Opening another closes it first. */
export interface ProjectHolder {
  /** null: none is open. */
  path(): string | null;
  /** Throws ExpanseError 'project' when none is open, or its file is no longer where it was. */
  database(): Database;
  open(path: string): Promise<void>;
  create(path: string): Promise<void>;
  close(): Promise<void>;
  /** Runs whenever a project has been opened; at once if one is open. */
  onOpened(run: (db: Database) => void): void;
  /** Runs before the database closes, to end work that uses it. */
  beforeClose(run: Hook): void;
}

interface OpenProject {
  readonly path: string;
  readonly db: Database;
  /** Of the file when it was opened. */
  readonly inode: number | undefined;
}

/** `startPath`: opened, or created where it is missing; null: none is open at first. */
export function makeProjectHolder(startPath: string | null): ProjectHolder {
  let current = startPath === null ? null : openOrCreate(resolve(startPath));
  const openedHooks: ((db: Database) => void)[] = [];
  const closeHooks: Hook[] = [];

  const closeCurrent = async () => {
    if (current === null) return;
    for (const run of closeHooks) await run();
    if (!isInPlace(current)) bringHome(current.db);
    current.db.close();
    current = null;
  };
  const replaceBy = (file: string, openDatabase: (path: string) => Database) => async () => {
    const path = resolve(file);
    if (current?.path === path && openDatabase === openStore && isInPlace(current)) return;
    // Opened before the other is closed, so that a refused file leaves things as they are.
    // A file that was moved away is held by its lock still, and could not be opened at its new place.
    if (current !== null && !isInPlace(current)) await closeCurrent();
    const db = openDatabase(path);
    await closeCurrent();
    current = { path, db, inode: inodeOf(path) };
    for (const run of openedHooks) run(db);
  };
  const inTurn = makeTurns();

  return {
    path: () => current?.path ?? null,
    database: () => {
      if (current === null) throw new ExpanseError('project', 'No project is open.', 'Create or open a project first.');
      if (isInPlace(current)) return current.db;
      bringHome(current.db);
      throw displaced(current.path);
    },
    open: (path) => inTurn(replaceBy(path, openStore)),
    create: (path) => inTurn(replaceBy(path, createStore)),
    close: () => inTurn(closeCurrent),
    onOpened: (run) => {
      openedHooks.push(run);
      if (current !== null) run(current.db);
    },
    beforeClose: (run) => closeHooks.push(run),
  };
}

function openOrCreate(path: string): OpenProject {
  const db = existsSync(path) ? openStore(path) : createStore(path);
  return { path, db, inode: inodeOf(path) };
}

const inodeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.ino;

/** Whether what is written to the database is written to the file of its name. */
const isInPlace = ({ path, inode }: OpenProject): boolean => inodeOf(path) === inode;

// SQLite leaves the log of a moved file where it was, and another file in that place would take it for its own.
function bringHome(db: Database): void {
  if (!db.inTransaction) db.pragma('wal_checkpoint(TRUNCATE)');
}

// What would be acknowledged now would be lost with the file that nobody sees any more.
function displaced(path: string): ExpanseError {
  const nextStep = 'Put the file back, or open it where it is now; what was acknowledged before it went is in it.';
  return new ExpanseError('project', `${path} was moved, deleted or replaced while it was open.`, nextStep);
}

/** Runs one piece of work after the other, whether or not the one before failed. */
function makeTurns(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
