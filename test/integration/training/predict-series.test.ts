import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { seriesId } from '../../../src/shared/domain/ids.ts';
import { barFeatures, windowFeatures } from '../../../src/shared/engine/features/bar-features.ts';
import { featureSet } from '../../../src/shared/engine/features/feature-set.ts';
import { viewOhlc } from '../../../src/shared/engine/features/ohlc.ts';
import type { Job } from '../../../src/main/core/jobs.ts';
import { predictSeries } from '../../../src/main/core/training/predict-series.ts';
import type { Predictor } from '../../../src/main/core/training/predictor.ts';
import { mergeBars } from '../../../src/main/store/queries/bars.ts';
import { putCheckpoint } from '../../../src/main/store/queries/checkpoints.ts';
import { readSeriesPrediction } from '../../../src/main/store/queries/predictions.ts';
import { insertRun, readRun } from '../../../src/main/store/queries/runs.ts';
import { saveSnapshot } from '../../../src/main/store/queries/snapshots.ts';
import { SNAPSHOT_WINDOW, TRAIN_CONFIG, makeBars, makeDatabase } from './run-fixtures.ts';

const LENGTH = 30;
// More than two blocks of 256 windows that begin every 10 bars.
const BARS = 6_007;
const SERIES = seriesId(1);
const COLUMN = 0;

const job: Job = { signal: new AbortController().signal, report: () => undefined, throwIfCancelled: () => undefined };

/** Stands in for the model: what it "predicts" of a bar is one of the features that it was given. */
const echo: Predictor['predict'] = async ({ windows: { windows, length, inputs, features } }) => ({
  probabilities: Float32Array.from({ length: windows * length }, (_, i) => features[i * inputs + COLUMN]),
  heads: null,
});

function makeRun(config: Partial<typeof TRAIN_CONFIG>) {
  const db: Database = makeDatabase();
  const bars = makeBars(BARS);
  mergeBars(db, SERIES, bars);
  const snapshotId = saveSnapshot(db, [SNAPSHOT_WINDOW], 1);
  const id = insertRun(db, { name: null, createdAt: 1, config: { ...TRAIN_CONFIG, ...config }, snapshotId, parts: ['train'] });
  putCheckpoint(db, id, { kind: 'best', epoch: 1, weights: Uint8Array.of(1), state: null });
  db.exec("UPDATE run SET state = 'done'");
  return { db, bars, run: readRun(db, id) };
}

const predicted = ({ db, run }: ReturnType<typeof makeRun>) => readSeriesPrediction(db, run.id, SERIES, 0, Infinity);

describe('a series in blocks', () => {
  it('with features of the scope `series` shows the model what one pass over all bars would', async () => {
    const made = makeRun({ features: 'expanse-1', featureScope: 'series' });
    await predictSeries({ ...made, seriesId: SERIES, windowLength: LENGTH, predict: echo, job });
    const { values, columns } = barFeatures(featureSet('expanse-1'), made.bars, 0, LENGTH);
    const { time, probability } = predicted(made)!;
    expect(time).toEqual(made.bars.time);
    probability.forEach((value, i) => expect(value, `bar ${i}`).toBeCloseTo(values[i * columns + COLUMN], 5));
  });

  it('with features of the scope `window` blends windows that each begin afresh', async () => {
    const made = makeRun({ features: 'relativity+position', featureScope: 'window' });
    await predictSeries({ ...made, seriesId: SERIES, windowLength: LENGTH, predict: echo, job });
    const { probability } = predicted(made)!;
    const set = featureSet('relativity+position');
    const valueIn = (start: number, i: number): number => windowFeatures(set, viewOhlc(made.bars, start, start + LENGTH), 0)[(i - start) * set.names.length + COLUMN];
    for (const i of [0, 9, 10, 2_549, 2_560, 2_575, 5_990, BARS - 1]) {
      const starts = [...Array.from({ length: 598 }, (_, k) => k * 10), BARS - LENGTH].filter((start) => start <= i && i < start + LENGTH);
      const weights = starts.map((start) => Math.min(i - start + 1, start + LENGTH - i));
      const sum = starts.reduce((total, start, k) => total + weights[k] * valueIn(start, i), 0);
      expect(probability[i], `bar ${i}`).toBeCloseTo(sum / weights.reduce((total, weight) => total + weight, 0), 5);
    }
  });

  it('that fails in the middle leaves the earlier prediction as it was', async () => {
    const made = makeRun({ features: 'expanse-1', featureScope: 'series' });
    const order = { ...made, seriesId: SERIES, windowLength: LENGTH, job };
    await predictSeries({ ...order, predict: echo });
    const before = predicted(made);
    let blocks = 0;
    const failing: Predictor['predict'] = async (...question) => {
      if (++blocks === 2) throw new Error('out of memory');
      return echo(...question);
    };
    await expect(predictSeries({ ...order, predict: failing })).rejects.toThrow('out of memory');
    expect(predicted(made)).toEqual(before);
    expect(made.db.prepare('SELECT count(*) FROM series_prediction').pluck().get()).toBe(1);
  });

  it('needs a window of bars', async () => {
    const made = makeRun({});
    await expect(predictSeries({ ...made, seriesId: SERIES, windowLength: BARS + 1, predict: echo, job })).rejects.toThrow(/has 6007 bars; the run reads windows of 6008/);
  });
});
