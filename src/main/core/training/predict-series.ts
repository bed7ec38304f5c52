import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { BarColumns } from '../../../shared/domain/bar.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import type { WindowPredictions } from '../../../shared/domain/window-heads.ts';
import { WindowBlend, coveringStarts } from '../../../shared/engine/evaluation/blend-windows.ts';
import { barFeatures, windowFeatures, writeWindow } from '../../../shared/engine/features/bar-features.ts';
import { WARM_UP_BARS, featureSet } from '../../../shared/engine/features/feature-set.ts';
import { viewOhlc } from '../../../shared/engine/features/ohlc.ts';
import { requirePrices } from '../../../shared/engine/features/require-prices.ts';
import { startsOf } from '../../../shared/engine/training/window-tensors.ts';
import type { FeatureWindows } from '../../../shared/engine/model/run-jade.ts';
import { readBarRange } from '../../store/queries/bars.ts';
import { readBestCheckpoint } from '../../store/queries/checkpoints.ts';
import { addPredictionChunk, beginSeriesPrediction, completeSeriesPrediction, dropSeriesPrediction } from '../../store/queries/predictions.ts';
import { readSeries } from '../../store/queries/series.ts';
import type { Job } from '../jobs.ts';
import { beginAhead } from './begin-ahead.ts';
import type { Predictor } from './predictor.ts';

/** Every bar is held by three windows: enough for the triangle to hide their borders. */
const WINDOWS_OVER_A_BAR = 3;
/** Windows that are computed at a time: a few megabytes of features. */
const WINDOWS_PER_BLOCK = 256;
/** While the trainer computes a block, the core prepares so many more. */
const BLOCKS_AHEAD = 1;

export interface SeriesOrder {
  readonly db: Database;
  readonly run: RunSummary;
  readonly seriesId: SeriesId;
  /** Of the windows that the run learned from. */
  readonly windowLength: number;
  readonly predict: Predictor['predict'];
  readonly job: Job;
}

/**
 * Predicts every bar of a series with the run's best weights and keeps the outcome, chunk by chunk, in place of an earlier
 * one: windows every third of their length, blended with triangular weights (WindowBlend). Features are computed once per
 * bar, unless the run computes them afresh in every window. -> number of bars. Throws ExpanseError 'not-enough-data' where
 * the series is shorter than a window, 'conflict' while the run trains; cancelled or failed, an earlier prediction stands.
 */
export async function predictSeries(order: SeriesOrder): Promise<number> {
  const { db, run, seriesId, windowLength, job } = order;
  if (run.state === 'running') throw new ExpanseError('conflict', `Run ${run.id} is still training.`, 'Predict the series when it has ended, or cancel it.');
  const { barCount, symbol } = readSeries(db, seriesId);
  const starts = coveringStarts(barCount, windowLength, Math.ceil(windowLength / WINDOWS_OVER_A_BAR));
  if (starts.length === 0) {
    throw new ExpanseError('not-enough-data', `${symbol} has ${barCount} bars; the run reads windows of ${windowLength}.`, 'Choose a longer series.');
  }
  const prediction = beginSeriesPrediction(db, run.id, seriesId, Date.now());
  try {
    await predictBlocks(order, prediction, starts, barCount);
    job.throwIfCancelled();
    completeSeriesPrediction(db, prediction);
  } catch (thrown) {
    dropSeriesPrediction(db, prediction);
    throw thrown;
  }
  return barCount;
}

async function predictBlocks({ db, run, seriesId, windowLength, predict, job }: SeriesOrder, prediction: number, starts: readonly number[], barCount: number) {
  const { weights } = readBestCheckpoint(db, run.id);
  const blocks = Array.from({ length: Math.ceil(starts.length / WINDOWS_PER_BLOCK) }, (_, b) => starts.slice(b * WINDOWS_PER_BLOCK, (b + 1) * WINDOWS_PER_BLOCK));
  const blend = new WindowBlend();
  let done = 0;
  let b = 0;
  job.report('Predicting', done, barCount);
  const begin = (block: readonly number[]): Promise<WindowPredictions> =>
    predict({ config: run.config, weights, windows: blockInputs(db, run, seriesId, block, windowLength), heads: false }, job.signal);
  for await (const { probabilities } of beginAhead(blocks, BLOCKS_AHEAD, begin)) {
    blocks[b++].forEach((start, n) => blend.add(start, probabilities.subarray(n * windowLength, (n + 1) * windowLength)));
    // Bars before the next window's start are held by no window to come.
    const end = blocks[b]?.[0] ?? barCount;
    const { time } = readBarRange(db, seriesId, 0, done, end - done);
    addPredictionChunk(db, prediction, { time, probability: blend.take(end) });
    done = end;
    job.report('Predicting', done, barCount);
  }
}

/** starts: in order, of windows whose bars are read at once. */
function blockInputs(db: Database, { config }: RunSummary, seriesId: SeriesId, starts: readonly number[], length: number): FeatureWindows {
  const set = featureSet(config.features);
  const first = starts[0];
  const warmUp = Math.min(WARM_UP_BARS, first);
  const bars = readBarRange(db, seriesId, 0, first - warmUp, warmUp + starts[starts.length - 1] + length - first);
  requirePrices(bars);
  const inputs = set.names.length;
  const features = new Float32Array(starts.length * length * inputs);
  if (config.featureScope === 'window') {
    starts.forEach((start, n) => features.set(afresh(bars, warmUp + start - first), n * length * inputs));
  } else {
    const perBar = barFeatures(set, bars, warmUp, length, startsOf(bars, config.featureScope));
    starts.forEach((start, n) => writeWindow(set, perBar, start - first, length, features, n * length * inputs));
  }
  return { windows: starts.length, length, inputs, features };

  function afresh(from: BarColumns, at: number): Float32Array {
    return windowFeatures(set, viewOhlc(from, at, at + length), 0);
  }
}
