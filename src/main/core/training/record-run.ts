import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { withLongestSpan } from '../../../shared/engine/training/longest-span.ts';
import { insertRun } from '../../store/queries/runs.ts';
import { saveSnapshot, type SnapshotWindow } from '../../store/queries/snapshots.ts';
import { longestLabel } from './longest-label.ts';
import { planTraining } from './readiness.ts';
import type { ResumePoint } from './resume-point.ts';
import { readSnapshotWindows } from './take-snapshot.ts';
import { lengthOf } from './tensors.ts';

/** A run that is in the project in state 'running', and all that it learns from. */
export interface RecordedRun {
  readonly id: RunId;
  readonly config: TrainConfig;
  readonly windows: readonly SnapshotWindow[];
  /** Of each window. */
  readonly parts: readonly SplitPart[];
  /** null: it begins at the start. `backend`: that it computed on until then. */
  readonly from: (ResumePoint & { readonly backend: string }) | null;
}

export interface NewRun {
  readonly db: Database;
  readonly config: TrainConfig;
  /** null: named after its preset and number. */
  readonly name: string | null;
  /** The project closes. */
  readonly closing: AbortSignal;
}

/** Records a new run over the labels as they are now. Throws ExpanseError 'not-enough-data' where they do not suffice. */
export async function recordRun({ db, config: wanted, name, closing }: NewRun): Promise<RecordedRun> {
  // Labels that change while they are read count as changed since.
  const createdAt = Date.now();
  const plan = await planTraining(db, wanted);
  const [obstacle] = plan.readiness.obstacles;
  if (obstacle !== undefined) throw new ExpanseError('not-enough-data', 'Training cannot start yet.', obstacle);
  const windows = await readSnapshotWindows(db, plan);
  if (closing.aborted) throw new ExpanseError('cancelled', 'The project was closed before the training began.', 'Open it and train again.');
  const config = withLongestSpan(wanted, longestLabel(windows, lengthOf(windows[0])), lengthOf(windows[0]));
  const id = db.transaction(() => {
    const snapshotId = saveSnapshot(db, windows, createdAt);
    return insertRun(db, { name, createdAt, config, snapshotId, parts: plan.parts });
  })();
  return { id, config, windows, parts: plan.parts, from: null };
}
