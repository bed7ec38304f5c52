import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../shared/contract/errors.ts';
import { createStore, openStore } from '../store/open-store.ts';

type Hook = () => void | Promise<void>;

/** The one project that is open, if any. Opening another closes it first. */
export interface ProjectHolder {
  /** null: none is open. */
  path(): string | null;
  /** Throws ExpanseError 'project' when none is open. */
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
}

/** `startPath`: opened, or created where it is missing; null: none is open at first. */
export function makeProjectHolder(startPath: string | null): ProjectHolder {
  let current = startPath === null ? null : openOrCreate(resolve(startPath));
  const openedHooks: ((db: Database) => void)[] = [];
  const closeHooks: Hook[] = [];

  const closeCurrent = async () => {
    if (current === null) return;
    for (const run of closeHooks) await run();
    current.db.close();
    current = null;
  };
  const replaceBy = (file: string, openDatabase: (path: string) => Database) => async () => {
    const path = resolve(file);
    if (current?.path === path && openDatabase === openStore) return;
    // Opened before the other is closed, so that a refused file leaves things as they are.
    const db = openDatabase(path);
    await closeCurrent();
    current = { path, db };
    for (const run of openedHooks) run(db);
  };
  const inTurn = makeTurns();

  return {
    path: () => current?.path ?? null,
    database: () => {
      if (current !== null) return current.db;
      throw new ExpanseError('project', 'No project is open.', 'Create or open a project first.');
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
  return { path, db: existsSync(path) ? openStore(path) : createStore(path) };
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
