import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { BarColumns } from '../../../src/shared/domain/bar.ts';
import { seriesId, windowId } from '../../../src/shared/domain/ids.ts';
import type { EpochRecord, PerTask } from '../../../src/shared/domain/run.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { MIGRATIONS } from '../../../src/main/store/migrations/index.ts';
import type { SnapshotWindow } from '../../../src/main/store/queries/snapshots.ts';

/** A project in memory with one series and one window, both with id 1. */
export function makeDatabase(migrations = MIGRATIONS): Database {
  const db = new SqliteDatabase(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, migrations);
  db.exec(`
    INSERT INTO series (symbol, timeframe_ms, origin, time_zone, price_decimals, has_volume) VALUES ('ABC', 60000, '', 'UTC', 2, 0);
    INSERT INTO label_window (series_id, start_time, end_time, length, state) VALUES (1, 0, 6240000, 105, 'reviewed');
  `);
  return db;
}

export function makeBars(count: number, firstPrice = 100): BarColumns {
  const price = Float64Array.from({ length: count }, (_, i) => firstPrice + Math.sin(i / 5));
  return {
    time: Float64Array.from({ length: count }, (_, i) => i * 60_000),
    open: price.map((value) => value - 0.25),
    high: price.map((value) => value + 0.5),
    low: price.map((value) => value - 0.5),
    close: price,
    volume: new Float64Array(count).fill(Number.NaN),
  };
}

export const SNAPSHOT_WINDOW: SnapshotWindow = {
  windowId: windowId(1),
  seriesId: seriesId(1),
  fromIndex: 40,
  ownPart: 'train',
  warmUp: 40,
  bars: makeBars(145),
  spans: [{ start: 3, end: 9, confidence: 0.8, startUncertainty: 0, endUncertainty: 2, type: 'retracement' }],
};

export const TRAIN_CONFIG: TrainConfig = {
  preset: 'published',
  mode: 'soft',
  epochs: 2,
  seed: 1,
  batchSize: 32,
  optimizer: 'adamw',
  learningRate: 0.001,
  weightDecay: 0.01,
  schedule: { kind: 'constant' },
  gradientClip: null,
  earlyStopping: null,
  weightAverage: null,
  features: 'relativity+position',
  featureScope: 'window',
  spanLoss: { kind: 'bce', on: 'probability', positiveWeight: 1 },
  maskTarget: 'binary',
  countdown: 'raw',
  confidence: 'ignored',
  tasks: { pointers: true, type: true, span: true, countdown: true },
  initialLogSigma: { pointers: -0.3, type: 0, span: 0, countdown: 0 },
  inputDropout: 0.3,
  headDropout: 0.6,
  hiddenSize: 96,
  split: { kind: 'dataset' },
  seriesIds: null,
  backend: 'auto',
  threads: 1,
};

const perTask = (value: number): PerTask => ({ pointers: value, type: value, span: value, countdown: value });

export function makeEpoch(epoch: number): EpochRecord {
  const losses = { raw: perTask(1 / epoch), weighted: 4 / epoch, sum: 4 / epoch };
  return {
    epoch,
    train: losses,
    val: losses,
    sigmas: perTask(0.9 ** epoch),
    taskWeights: perTask(0.25),
    learningRate: 0.001,
    gradientNorm: 1.5,
    val05: { precision: 0.5, recall: 0.25, f1: 1 / 3 },
    valBest: { precision: 0.5, recall: 0.5, f1: 0.5, threshold: 0.3 },
    separation: { inMean: 0.3, outMean: 0.1, separation: 0.2 },
    seconds: epoch,
  };
}
