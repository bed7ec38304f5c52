import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';

export type CheckpointKind = 'best' | 'last';

export interface Checkpoint {
  readonly kind: CheckpointKind;
  readonly epoch: number;
  /** Safetensors under PyTorch's names. */
  readonly weights: Uint8Array;
  /** What resuming needs besides the weights; null where it was not kept. */
  readonly state: Uint8Array | null;
}

/** Replaces the run's checkpoint of this kind. */
export function putCheckpoint(db: Database, id: RunId, { kind, epoch, weights, state }: Checkpoint): void {
  db.prepare(
    `INSERT INTO checkpoint (run_id, kind, epoch, weights, state) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (run_id, kind) DO UPDATE SET epoch = excluded.epoch, weights = excluded.weights, state = excluded.state`,
  ).run(id, kind, epoch, weights, state);
}

/** The weights to predict with: the best, else the last. Throws ExpanseError 'not-found' before the first epoch ended. */
export function readBestCheckpoint(db: Database, id: RunId): Checkpoint {
  const found = db
    .prepare<[number], Checkpoint>("SELECT kind, epoch, weights, state FROM checkpoint WHERE run_id = ? ORDER BY kind = 'best' DESC LIMIT 1")
    .get(id);
  if (found !== undefined) return { ...found, weights: new Uint8Array(found.weights) };
  throw new ExpanseError('not-found', `Run ${id} has no weights: it ended before its first epoch.`, 'Choose another run, or train again.');
}

/** null where the run has none of this kind. */
export function findCheckpoint(db: Database, id: RunId, kind: CheckpointKind): Checkpoint | null {
  const found = db.prepare<[number, string], Checkpoint>('SELECT kind, epoch, weights, state FROM checkpoint WHERE run_id = ? AND kind = ?').get(id, kind);
  return found === undefined ? null : { ...found, weights: new Uint8Array(found.weights) };
}

/** The epoch after which a training could go on; null where nothing was kept to go on from. */
export function findResumableEpoch(db: Database, id: RunId): number | null {
  return db.prepare<[number], number>("SELECT epoch FROM checkpoint WHERE run_id = ? AND kind = 'last' AND state IS NOT NULL").pluck().get(id) ?? null;
}

/** Throws ExpanseError 'not-found' where the run has none of this kind. */
export function readCheckpoint(db: Database, id: RunId, kind: CheckpointKind): Checkpoint {
  const found = findCheckpoint(db, id, kind);
  if (found !== null) return found;
  throw new ExpanseError('not-found', `Run ${id} has no ${kind} checkpoint.`, `Take its ${kind === 'best' ? 'last' : 'best'} one, or choose another run.`);
}
