import type { Database } from 'better-sqlite3';
import type { RunId } from '../../../shared/domain/ids.ts';
import { findCheckpoint } from '../../store/queries/checkpoints.ts';

/** Between which two epochs a training goes on. */
export interface ResumePoint {
  /** Epochs that are done. */
  readonly epoch: number;
  /** What the trainer goes on from. */
  readonly state: Uint8Array;
}

/** null: nothing was kept to go on from. */
export function findResumePoint(db: Database, id: RunId): ResumePoint | null {
  const last = findCheckpoint(db, id, 'last');
  if (last?.state == null) return null;
  return { epoch: last.epoch, state: new Uint8Array(last.state) };
}
