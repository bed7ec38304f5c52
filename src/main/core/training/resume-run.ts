import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { BackendName } from '../../../shared/domain/examined-backend.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { reopenRun } from '../../store/queries/reopen-run.ts';
import { readRun, readRunData } from '../../store/queries/runs.ts';
import { readSnapshot } from '../../store/queries/snapshots.ts';
import type { RecordedRun } from './record-run.ts';
import { findResumePoint } from './resume-point.ts';

export interface ResumeWishes {
  readonly epochs?: number | undefined;
  /** To compute on from now on. */
  readonly backend?: TrainConfig['backend'] | undefined;
}

/**
 * Reopens a run with its own labels and configuration, but for a larger number of `epochs`. Throws ExpanseError 'not-found'
 * for no run, 'conflict' where there is nothing to go on from or to go on to, 'invalid-input' for fewer epochs than it has.
 */
export function resumeRun(db: Database, id: RunId, { epochs, backend }: ResumeWishes, isThere: (backend: BackendName) => boolean): RecordedRun {
  const run = readRun(db, id);
  const config = { ...run.config, epochs: epochs ?? run.config.epochs, backend: backend ?? run.config.backend };
  const from = findResumePoint(db, id);
  if (from === null) throw new ExpanseError('conflict', `Run ${id} kept nothing to go on from.`, 'Train a new run.');
  if (config.epochs < run.config.epochs) {
    throw new ExpanseError('invalid-input', `Run ${id} has ${run.config.epochs} epochs; expected as many or more, not ${config.epochs}.`, 'Raise the number of epochs, or leave it.');
  }
  if (run.state === 'done') requireMoreToDo(run, from.epoch, config.epochs);
  const { snapshotId, parts } = readRunData(db, id);
  const windows = readSnapshot(db, snapshotId);
  reopenRun(db, id, config, from.epoch);
  return { id, config: { ...config, backend: backend ?? backendOf(run, isThere) }, windows, parts, from: { ...from, backend: run.backend } };
}

/** Another back end would go on with other roundings, but it goes on. */
function backendOf({ backend, config }: RunSummary, isThere: (backend: BackendName) => boolean): TrainConfig['backend'] {
  const before = backend === '' ? config.backend : (backend as TrainConfig['backend']);
  return before === 'auto' || isThere(before) ? before : 'auto';
}

function requireMoreToDo({ id, config }: RunSummary, done: number, epochs: number): void {
  if (done < config.epochs) {
    throw new ExpanseError('conflict', `Run ${id} ended after ${done} epochs because it no longer improved.`, 'Train a new run that stops later.');
  }
  if (done >= epochs) throw new ExpanseError('conflict', `Run ${id} has done all of its ${done} epochs.`, 'Raise the number of epochs to go on.');
}
