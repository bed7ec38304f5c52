import type { Database } from 'better-sqlite3';
import { viewBars } from '../../../shared/domain/bar.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { readBestCheckpoint } from '../../store/queries/checkpoints.ts';
import { putWindowPrediction } from '../../store/queries/predictions.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import type { Predictor } from './predictor.ts';
import { buildInputs, lengthOf } from './tensors.ts';

export interface WindowsToPredict {
  readonly db: Database;
  readonly runId: RunId;
  readonly config: TrainConfig;
  /** All of one length. */
  readonly windows: readonly SnapshotWindow[];
  readonly predict: Predictor['predict'];
}

/** Predicts the windows with the run's best weights and keeps the outcome. -> [T] for each window */
export async function predictRunWindows(order: WindowsToPredict): Promise<readonly Float32Array[]> {
  const probabilities = await predictWindows(order);
  const { db, runId, windows } = order;
  db.transaction(() => {
    windows.forEach(({ windowId, bars, warmUp }, n) => {
      const { time } = viewBars(bars, warmUp, bars.time.length);
      putWindowPrediction(db, runId, windowId, { time, probability: probabilities[n] });
    });
  })();
  return probabilities;
}

/** With the run's best weights, nothing kept. -> [T] for each window */
export async function predictWindows({ db, runId, config, windows, predict }: WindowsToPredict): Promise<readonly Float32Array[]> {
  const { weights } = readBestCheckpoint(db, runId);
  const length = lengthOf(windows[0]);
  const all = await predict(config, weights, await buildInputs(windows, config));
  return windows.map((_, n) => all.slice(n * length, (n + 1) * length));
}
