import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import { findBarIndex } from '../../store/queries/bars.ts';
import { readRun } from '../../store/queries/runs.ts';
import { readWindowIdsPredictedBy } from '../../store/queries/window-predictions.ts';
import type { Predictor } from '../training/predictor.ts';
import { predictRunWindows } from '../training/run-predictions.ts';
import { readSnapshotWindow } from '../training/take-snapshot.ts';

/** So many at once, so that others are served in between. */
const BATCH = 500;

/** Predicts those of the windows that the run has not predicted yet, and keeps it. Throws ExpanseError 'conflict' while the run trains. */
export async function keepPredictions(db: Database, runId: RunId, windows: readonly LabelWindow[], predict: Predictor['predict']): Promise<void> {
  const { config, state } = readRun(db, runId);
  if (state === 'running') throw new ExpanseError('conflict', `Run ${runId} is still training.`, 'Choose another order until it has ended.');
  const known = readWindowIdsPredictedBy(db, runId);
  const missing = windows.filter(({ id }) => !known.has(id));
  for (const alike of Map.groupBy(missing, ({ length }) => length).values()) {
    for (let first = 0; first < alike.length; first += BATCH) {
      const batch = alike.slice(first, first + BATCH).map((window) => readSnapshotWindow(db, window, findBarIndex(db, window.seriesId, 0, window.startTime), []));
      await predictRunWindows({ db, runId, config, windows: batch, predict });
    }
  }
}
