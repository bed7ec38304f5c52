import type { Database } from 'better-sqlite3';
import { viewBars } from '../../../shared/domain/bar.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { WindowPredictions } from '../../../shared/domain/window-heads.ts';
import { readBestCheckpoint } from '../../store/queries/checkpoints.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import { putWindowPrediction, type WindowPrediction } from '../../store/queries/window-predictions.ts';
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

/** Predicts the windows with the run's best weights and keeps the outcome, heads included. */
export async function predictRunWindows(order: WindowsToPredict): Promise<readonly WindowPrediction[]> {
  const predicted = await predictWindows(order);
  const { db, runId, windows } = order;
  db.transaction(() => windows.forEach(({ windowId }, n) => putWindowPrediction(db, runId, windowId, predicted[n])))();
  return predicted;
}

/** With the run's best weights, nothing kept. */
export async function predictWindows({ db, runId, config, windows, predict }: WindowsToPredict): Promise<readonly WindowPrediction[]> {
  const { weights } = readBestCheckpoint(db, runId);
  const all = await predict({ config, weights, windows: await buildInputs(windows, config), heads: true });
  return windows.map((window, n) => ({ time: viewBars(window.bars, window.warmUp, window.bars.time.length).time, ...ofWindow(all, n, lengthOf(window), windows.length) }));
}

/** The n-th of `count` windows of `length` bars. */
function ofWindow({ probabilities, heads }: WindowPredictions, n: number, length: number, count: number): Omit<WindowPrediction, 'time'> {
  const bars = <Values extends Float32Array | Uint8Array>(values: Values): Values => values.slice(n * length, (n + 1) * length) as Values;
  const perWindow = (values: Float32Array): Float32Array => values.slice((n * values.length) / count, ((n + 1) * values.length) / count);
  const probability = bars(probabilities);
  if (heads === null) return { probability, heads };
  const { type, pointers, countdown, sequence } = heads;
  return {
    probability,
    heads: {
      type: perWindow(type),
      pointers: perWindow(pointers),
      countdown: bars(countdown),
      sequence: sequence && { tags: bars(sequence.tags), posterior: bars(sequence.posterior) },
    },
  };
}
