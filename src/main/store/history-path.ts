import type { Database } from 'better-sqlite3';
import { readTops } from './queries/edits.ts';

export interface HistoryStep {
  readonly action: 'undo' | 'redo';
  /** Sequence of the edit that it takes back or repeats. */
  readonly of: number;
}

/**
 * The undos and redos that lead from one newest edit in force to another (null: no edit is). Every edit has one edit below it
 * for good, so all edits ever made are a tree: the way goes up to where both branches part and down the other, also to edits
 * that a newer edit has put out of reach of a plain redo.
 */
export function findHistoryPath(db: Database, from: number | null, to: number | null): readonly HistoryStep[] {
  // An edit is always younger than the one below it, so the younger of two cannot lie below the older.
  let [here, there] = [from ?? 0, to ?? 0];
  const undos: HistoryStep[] = [];
  const redos: HistoryStep[] = [];
  while (here !== there) {
    if (here > there) {
      undos.push({ action: 'undo', of: here });
      here = editBelow(db, here);
    } else {
      redos.push({ action: 'redo', of: there });
      there = editBelow(db, there);
    }
  }
  return [...undos, ...redos.toReversed()];
}

/** 0: it was the first. */
function editBelow(db: Database, sequence: number): number {
  return readTops(db, sequence - 1).undoTop ?? 0;
}
