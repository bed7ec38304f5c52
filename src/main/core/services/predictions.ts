import type { PredictionsApi } from '../../../shared/contract/predictions.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId, SeriesId, WindowId } from '../../../shared/domain/ids.ts';
import { findBarIndex } from '../../store/queries/bars.ts';
import * as store from '../../store/queries/predictions.ts';
import { readWindowPrediction } from '../../store/queries/window-predictions.ts';
import { readRun, readRunData, readThreshold } from '../../store/queries/runs.ts';
import { readWindowLength } from '../../store/queries/snapshots.ts';
import { readWindow } from '../../store/queries/windows.ts';
import { countSpanChanges, sumChanges } from '../../../shared/engine/evaluation/span-changes.ts';
import type { CoreContext, Service } from '../context.ts';
import { nearestWindows, readDecodedWindows } from '../training/decoded-windows.ts';
import { evaluateRun } from '../training/evaluate-run.ts';
import type { Predictor } from '../training/predictor.ts';
import { predictSeries } from '../training/predict-series.ts';
import { predictRunWindows, predictWindows } from '../training/run-predictions.ts';
import { readSnapshotWindow } from '../training/take-snapshot.ts';
import { toPrediction } from '../training/to-prediction.ts';

/** Where the run was not evaluated, so that no threshold was chosen. */
const UNTUNED = 0.5;

export function makePredictionsService(context: CoreContext, { predict }: Pick<Predictor, 'predict'>): Service<PredictionsApi> {
  const thresholdOf = (id: RunId, wanted: number | undefined): number => wanted ?? readThreshold(context.database(), id) ?? UNTUNED;

  const predictWindow = async (runId: RunId, windowId: WindowId): Promise<store.BarProbabilities> => {
    const db = context.database();
    const { config, state } = readRun(db, runId);
    const window = readWindow(db, windowId);
    const kept = readWindowPrediction(db, runId, windowId);
    if (kept !== null) return kept;
    const snapshot = readSnapshotWindow(db, window, findBarIndex(db, window.seriesId, 0, window.startTime), []);
    // A run that still trains has better weights to come: nothing of now is kept.
    const predictOne = state === 'running' ? predictWindows : predictRunWindows;
    const [predicted] = await predictOne({ db, runId, config, windows: [snapshot], predict });
    return predicted;
  };

  return {
    predictSeries: ({ runId, seriesId, jobId }) =>
      context.jobs.run(jobId, async (job) => {
        const db = context.database();
        const began = performance.now();
        const run = readRun(db, runId);
        const bars = await predictSeries({ db, run, seriesId, windowLength: readWindowLength(db, readRunData(db, runId).snapshotId), predict, job });
        const seconds = (performance.now() - began) / 1000;
        context.emit({ kind: 'predictions-changed', runId });
        return { bars, spans: countSpans(runId, seriesId), seconds, barsPerSecond: bars / seconds };
      }),
    readSeriesPrediction: ({ runId, seriesId, from, to, threshold }) => {
      const found = store.readSeriesPrediction(context.database(), runId, seriesId, from, to);
      return found && toPrediction({ runId, seriesId, windowId: null }, found, thresholdOf(runId, threshold));
    },
    readWindowPrediction: async ({ runId, windowId, threshold }) => {
      const found = await predictWindow(runId, windowId);
      const { seriesId } = readWindow(context.database(), windowId);
      return toPrediction({ runId, seriesId, windowId }, found, thresholdOf(runId, threshold));
    },
    readPredictionChanges: async ({ from, to, seriesId, near }) => {
      const db = context.database();
      const windows = nearestWindows(db, seriesId, near);
      const before = await readDecodedWindows(db, from, windows, predict);
      const after = await readDecodedWindows(db, to, windows, predict);
      return { windows: windows.length, ...sumChanges(windows.map((_, n) => countSpanChanges(before[n], after[n]))) };
    },
    evaluateRun: async ({ runId, part }) => {
      const evaluation = await evaluateRun(context.database(), runId, part, predict);
      if (evaluation !== null) return evaluation;
      throw new ExpanseError('not-enough-data', `Run ${runId} has no ${part} windows.`, 'Choose another part.');
    },
  };

  function countSpans(runId: RunId, seriesId: SeriesId): number {
    const all = store.readSeriesPrediction(context.database(), runId, seriesId, -Infinity, Infinity);
    return all === null ? 0 : toPrediction({ runId, seriesId, windowId: null }, all, thresholdOf(runId, undefined)).spans.length;
  }
}
