import type { Database } from 'better-sqlite3';
import type { EvaluationDetails } from '../../../shared/domain/evaluation.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { readZones } from '../../store/queries/series.ts';
import { keepEvaluation, readRun, readRunData } from '../../store/queries/runs.ts';
import { readSnapshot, type SnapshotWindow } from '../../store/queries/snapshots.ts';
import { readWindowPredictions, type WindowPrediction } from '../../store/queries/window-predictions.ts';
import { judgeRun, withoutCurves, type RunToJudge } from './judge-run.ts';
import type { Predictor } from './predictor.ts';
import { predictRunWindows, predictWindows } from './run-predictions.ts';

/**
 * Judges a run on one part of its windows against the labels that it was given; null where no window belongs to the part.
 * What was not predicted yet, heads included, is predicted first. The validation part's figures are those that the list of
 * runs shows.
 */
export async function evaluateRun(db: Database, runId: RunId, part: SplitPart, predict: Predictor['predict']): Promise<EvaluationDetails | null> {
  const run = readRun(db, runId);
  if (!readRunData(db, runId).parts.includes(part)) return null;
  const judged = judgeRun(await readRunToJudge(db, run, predict), part);
  if (judged === null) return null;
  if (part === 'val' && run.state !== 'running') keepEvaluation(db, runId, withoutCurves(judged.evaluation));
  return judged.evaluation;
}

/**
 * Windows, labels and predictions of a run, apart from those that no part holds. What was not predicted yet is predicted first; of a run
 * that still trains nothing is kept, because it has better weights to come.
 */
export async function readRunToJudge(db: Database, run: RunSummary, predict: Predictor['predict']): Promise<RunToJudge & { readonly windows: readonly SnapshotWindow[] }> {
  const { snapshotId, parts } = readRunData(db, run.id);
  const isJudged = (_: unknown, n: number): boolean => parts[n] !== 'embargo';
  const windows = readSnapshot(db, snapshotId).filter(isJudged);
  const zones = readZones(db);
  const predictions = await predictionsOf(db, run, windows, predict);
  return { config: run.config, windows, parts: parts.filter(isJudged), predictions, zoneOf: (series) => zones.get(series) ?? 'UTC' };
}

async function predictionsOf(db: Database, run: RunSummary, windows: readonly SnapshotWindow[], predict: Predictor['predict']): Promise<readonly WindowPrediction[]> {
  const order = { db, runId: run.id, config: run.config, predict };
  if (run.state === 'running') return predictWindows({ ...order, windows });
  const known = readWindowPredictions(db, run.id);
  const kept = windows.map(({ windowId }) => known.get(windowId)).map((prediction) => (prediction?.heads ? prediction : null));
  const missing = windows.filter((_, n) => kept[n] === null);
  const predicted = (missing.length === 0 ? [] : await predictRunWindows({ ...order, windows: missing })).values();
  return kept.map((prediction) => prediction ?? predicted.next().value!);
}
