import type { Database } from 'better-sqlite3';
import type { RunId, SeriesId } from '../../../shared/domain/ids.ts';
import { PLAIN_SHAPE } from '../../../shared/domain/decoding.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import { decodeSpans } from '../../../shared/engine/evaluation/decoding/decode-spans.ts';
import type { Segment } from '../../../shared/engine/evaluation/match-spans.ts';
import { findBarIndex } from '../../store/queries/bars.ts';
import { readRun, readThreshold } from '../../store/queries/runs.ts';
import { readWindowPrediction, type WindowPrediction } from '../../store/queries/window-predictions.ts';
import { readAllWindows } from '../../store/queries/windows.ts';
import type { Predictor } from './predictor.ts';
import { predictRunWindows } from './run-predictions.ts';
import { readSnapshotWindow } from './take-snapshot.ts';

/** So many are predicted within a second or two while a person waits. */
const MOST = 1000;
/** Where the run was not evaluated, so that no threshold was chosen. */
const UNTUNED = 0.5;

/** Windows of a series that are alike in length to the first of them, of many those nearest to `near`; in time. */
export function nearestWindows(db: Database, seriesId: SeriesId, near: number): readonly LabelWindow[] {
  const all = readAllWindows(db, { seriesId });
  const alike = all.filter(({ length }) => length === all[0].length);
  const away = ({ startTime, endTime }: LabelWindow): number => Math.abs((startTime + endTime) / 2 - near);
  const nearest = new Set(alike.toSorted((a, b) => away(a) - away(b)).slice(0, MOST));
  return alike.filter((window) => nearest.has(window));
}

/** What the run's own threshold cuts out of each window; those that it has not predicted yet are predicted and kept. Indices count from the window's first bar. */
export async function readDecodedWindows(db: Database, id: RunId, windows: readonly LabelWindow[], predict: Predictor['predict']): Promise<readonly (readonly Segment[])[]> {
  const threshold = readThreshold(db, id) ?? UNTUNED;
  const predictions = await readPredictions(db, id, windows, predict);
  return predictions.map(({ probability }) => decodeSpans({ decoder: 'threshold', threshold, ...PLAIN_SHAPE }, { probability, sequence: null }));
}

async function readPredictions(db: Database, id: RunId, windows: readonly LabelWindow[], predict: Predictor['predict']): Promise<readonly WindowPrediction[]> {
  const kept = windows.map((window) => readWindowPrediction(db, id, window.id));
  const missing = windows.filter((_, n) => kept[n] === null).map((window) => readSnapshotWindow(db, window, findBarIndex(db, window.seriesId, 0, window.startTime), []));
  const predicted = missing.length === 0 ? [] : await predictRunWindows({ db, runId: id, config: readRun(db, id).config, windows: missing, predict });
  let next = 0;
  return kept.map((prediction) => prediction ?? predicted[next++]);
}
