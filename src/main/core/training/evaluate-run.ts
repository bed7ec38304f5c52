import type { Database } from 'better-sqlite3';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { Evaluation } from '../../../shared/domain/evaluation.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { readWindowPrediction } from '../../store/queries/predictions.ts';
import { keepEvaluation, readRun, readRunData } from '../../store/queries/runs.ts';
import { readSnapshot, readSnapshotLabels, readWindowLength } from '../../store/queries/snapshots.ts';
import { judgeRun } from './judge-run.ts';
import type { Predictor } from './predictor.ts';
import { predictRunWindows, predictWindows } from './run-probabilities.ts';

/**
 * Judges a run on one part of its windows against the labels that it was given; null where no window belongs to the part.
 * What was not predicted yet is predicted first. The validation part's figures are those that the list of runs shows.
 */
export async function evaluateRun(db: Database, runId: RunId, part: SplitPart, predict: Predictor['predict']): Promise<Evaluation | null> {
  const { snapshotId, parts } = readRunData(db, runId);
  const labels = readSnapshotLabels(db, snapshotId);
  const length = readWindowLength(db, snapshotId);
  const probabilities = await probabilitiesOf(db, runId, snapshotId, predict);
  const evaluation = judgeRun({ length, labels, parts, probabilities }, part);
  const isFinal = readRun(db, runId).state !== 'running';
  if (part === 'val' && evaluation !== null && isFinal) keepEvaluation(db, runId, evaluation);
  return evaluation;
}

/** [T] for each window of the snapshot. A run that still trains has better weights to come: what it gives now is not kept. */
async function probabilitiesOf(db: Database, runId: RunId, snapshotId: number, predict: Predictor['predict']): Promise<readonly Float32Array[]> {
  const { config, state } = readRun(db, runId);
  const order = { db, runId, config, predict };
  if (state === 'running') return predictWindows({ ...order, windows: readSnapshot(db, snapshotId) });
  const kept = readSnapshotLabels(db, snapshotId).map(({ windowId }) => readWindowPrediction(db, runId, windowId)?.probability);
  if (!kept.includes(undefined)) return kept as Float32Array[];
  const missing = readSnapshot(db, snapshotId).filter((_, n) => kept[n] === undefined);
  const predicted = (await predictRunWindows({ ...order, windows: missing })).values();
  return kept.map((probability) => probability ?? predicted.next().value!);
}
