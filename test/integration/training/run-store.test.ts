import { describe, expect, it } from 'vitest';
import { seriesId, windowId } from '../../../src/shared/domain/ids.ts';
import { migrate, readVersion } from '../../../src/main/store/migrate.ts';
import { createProjectTables } from '../../../src/main/store/migrations/0001-project.ts';
import { createRunTables } from '../../../src/main/store/migrations/0002-runs.ts';
import { putCheckpoint, readBestCheckpoint } from '../../../src/main/store/queries/checkpoints.ts';
import * as predictions from '../../../src/main/store/queries/predictions.ts';
import * as runs from '../../../src/main/store/queries/runs.ts';
import { readSnapshot, saveSnapshot } from '../../../src/main/store/queries/snapshots.ts';
import { putWindowPrediction, readWindowPrediction, readWindowPredictions } from '../../../src/main/store/queries/window-predictions.ts';
import { SNAPSHOT_WINDOW, TRAIN_CONFIG, makeBars, makeDatabase, makeEpoch } from './run-fixtures.ts';

function makeRun(db = makeDatabase()) {
  const snapshotId = saveSnapshot(db, [SNAPSHOT_WINDOW], 5);
  const id = runs.insertRun(db, { name: 'first', createdAt: 6, config: TRAIN_CONFIG, snapshotId, parts: ['train'] });
  return { db, id, snapshotId };
}

const chunk = (first: number, count: number, probability: number): predictions.BarProbabilities => ({
  time: Float64Array.from({ length: count }, (_, i) => (first + i) * 60_000),
  probability: new Float32Array(count).fill(probability),
});

describe('migration 2', () => {
  it('adds the tables of runs and leaves everything of version 1 as it was', () => {
    const db = makeDatabase([createProjectTables]);
    const before = db.prepare('SELECT * FROM label_window').all();
    migrate(db, [createProjectTables, createRunTables]);
    expect(readVersion(db)).toBe(2);
    expect(db.prepare('SELECT * FROM label_window').all()).toEqual(before);
    expect(db.prepare('SELECT count(*) FROM run').pluck().get()).toBe(0);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('snapshots', () => {
  it('give back bars and spans to the bit', () => {
    const { db, snapshotId } = makeRun();
    expect(readSnapshot(db, snapshotId)).toEqual([SNAPSHOT_WINDOW]);
  });

  it('are kept once for the same content, and anew for any other', () => {
    const { db, snapshotId } = makeRun();
    expect(saveSnapshot(db, [SNAPSHOT_WINDOW], 99)).toBe(snapshotId);
    const others = [
      { ...SNAPSHOT_WINDOW, spans: [] },
      { ...SNAPSHOT_WINDOW, bars: makeBars(145, 101) },
      { ...SNAPSHOT_WINDOW, ownPart: null },
    ].map((window) => saveSnapshot(db, [window], 7));
    expect(new Set([snapshotId, ...others]).size).toBe(4);
    expect(db.prepare('SELECT count(*) FROM snapshot_bars').pluck().get()).toBe(2);
  });

  it('cannot be changed', () => {
    const { db } = makeRun();
    for (const change of ["UPDATE dataset_snapshot SET hash = 'x'", "UPDATE snapshot_window SET spans = '[]'", 'UPDATE snapshot_bars SET bars = bars']) {
      expect(() => db.exec(change)).toThrow(/never changed/);
    }
  });
});

describe('runs', () => {
  it('are listed newest first with what they learned from', () => {
    const { db, id, snapshotId } = makeRun();
    const second = runs.insertRun(db, { name: 'second', createdAt: 8, config: TRAIN_CONFIG, snapshotId, parts: ['val'] });
    expect(runs.listRuns(db).map((run) => run.id)).toEqual([second, id]);
    expect(runs.readRun(db, id)).toMatchObject({
      name: 'first',
      state: 'running',
      config: TRAIN_CONFIG,
      windows: { train: 1, val: 0, test: 0, spans: 1 },
      epochsDone: 0,
      sigmas: null,
    });
    expect(runs.readRunData(db, second)).toEqual({ snapshotId, parts: ['val'] });
    runs.renameRun(db, id, 'better name');
    expect(runs.readRun(db, id).name).toBe('better name');
  });

  it('keep every epoch and show the last', () => {
    const { db, id } = makeRun();
    const epochs = [makeEpoch(1), makeEpoch(2)];
    epochs.forEach((epoch) => runs.addEpoch(db, id, epoch));
    expect(runs.readEpochs(db, id)).toEqual(epochs);
    expect(runs.readRun(db, id)).toMatchObject({ epochsDone: 2, secondsPerEpoch: 1.5, sigmas: epochs[1].sigmas, taskWeights: epochs[1].taskWeights });
  });

  it('prefer the best checkpoint to the last, and say where there is none', () => {
    const { db, id } = makeRun();
    expect(() => readBestCheckpoint(db, id)).toThrow(/no weights/);
    putCheckpoint(db, id, { kind: 'last', epoch: 1, weights: Uint8Array.of(1), state: null });
    expect(readBestCheckpoint(db, id)).toEqual({ kind: 'last', epoch: 1, weights: Uint8Array.of(1), state: null });
    putCheckpoint(db, id, { kind: 'best', epoch: 1, weights: Uint8Array.of(2), state: null });
    putCheckpoint(db, id, { kind: 'last', epoch: 2, weights: Uint8Array.of(3), state: Uint8Array.of(9) });
    expect(readBestCheckpoint(db, id).weights).toEqual(Uint8Array.of(2));
    runs.finishRun(db, id, 'done', 50, null);
    expect(runs.readRun(db, id)).toMatchObject({ state: 'done', finishedAt: 50, bestEpoch: 1, error: null });
  });

  it('that were left running become interrupted, and others stay', () => {
    const { db, id, snapshotId } = makeRun();
    const done = runs.insertRun(db, { name: 'done', createdAt: 8, config: TRAIN_CONFIG, snapshotId, parts: ['train'] });
    runs.finishRun(db, done, 'done', 9, null);
    runs.interruptRunningRuns(db, 100);
    expect(runs.readRun(db, id)).toMatchObject({ state: 'interrupted', finishedAt: 100, error: expect.stringMatching(/what it learned is kept/) });
    expect(runs.readRun(db, done)).toMatchObject({ state: 'done', finishedAt: 9 });
  });

  it('that do not exist are named', () => {
    const { db, id } = makeRun();
    const missing = (id + 1) as typeof id;
    expect(() => runs.readRun(db, missing)).toThrow(`no run ${missing}`);
    expect(() => runs.readRunData(db, missing)).toThrow(`no run ${missing}`);
  });
});

const HEADS = {
  type: Float32Array.of(0.1, 0.2, -3),
  pointers: Float32Array.of(0.4, 0.1),
  countdown: Float32Array.of(2, 1, 0),
  sequence: { tags: Uint8Array.of(0, 2, 1), posterior: Float32Array.of(0.25, 0.5, 1) },
};

describe('predictions', () => {
  it('of a window come back to the bit and are replaced by newer ones', () => {
    const { db, id } = makeRun();
    expect(readWindowPrediction(db, id, windowId(1))).toBeNull();
    putWindowPrediction(db, id, windowId(1), { ...chunk(0, 3, 0.1), heads: HEADS });
    putWindowPrediction(db, id, windowId(1), { ...chunk(0, 3, 0.7), heads: { ...HEADS, sequence: null } });
    expect(readWindowPrediction(db, id, windowId(1))).toEqual({ ...chunk(0, 3, 0.7), heads: { ...HEADS, sequence: null } });
    putWindowPrediction(db, id, windowId(1), { ...chunk(0, 3, 0.7), heads: HEADS });
    expect(readWindowPredictions(db, id)).toEqual(new Map([[windowId(1), { ...chunk(0, 3, 0.7), heads: HEADS }]]));
    putWindowPrediction(db, id, windowId(1), { ...chunk(0, 3, 0.7), heads: null });
    expect(readWindowPrediction(db, id, windowId(1))?.heads).toBeNull();
  });

  it('of a series are read only when complete, cut to the times asked for', () => {
    const { db, id } = makeRun();
    const read = (from: number, to: number) => predictions.readSeriesPrediction(db, id, seriesId(1), from * 60_000, to * 60_000);
    const prediction = predictions.beginSeriesPrediction(db, id, seriesId(1), 1);
    predictions.addPredictionChunk(db, prediction, chunk(0, 10, 0.25));
    predictions.addPredictionChunk(db, prediction, chunk(10, 5, 0.75));
    expect(read(0, 100)).toBeNull();
    predictions.completeSeriesPrediction(db, prediction);
    expect(read(8, 11)).toEqual({
      time: Float64Array.of(8, 9, 10, 11).map((minute) => minute * 60_000),
      probability: Float32Array.of(0.25, 0.25, 0.75, 0.75),
    });
    expect(read(0, 100)?.time).toHaveLength(15);
    expect(read(50, 60)?.time).toHaveLength(0);
  });

  it('of a series stand until the next one is complete, and what was left half-written goes', () => {
    const { db, id } = makeRun();
    const first = predictions.beginSeriesPrediction(db, id, seriesId(1), 1);
    predictions.addPredictionChunk(db, first, chunk(0, 2, 0.1));
    predictions.completeSeriesPrediction(db, first);
    const second = predictions.beginSeriesPrediction(db, id, seriesId(1), 2);
    predictions.addPredictionChunk(db, second, chunk(0, 2, 0.9));
    predictions.dropSeriesPrediction(db, first);
    expect(predictions.readSeriesPrediction(db, id, seriesId(1), 0, 60_000)?.probability[0]).toBeCloseTo(0.1);
    predictions.completeSeriesPrediction(db, second);
    expect(predictions.readSeriesPrediction(db, id, seriesId(1), 0, 60_000)?.probability[0]).toBeCloseTo(0.9);
    predictions.beginSeriesPrediction(db, id, seriesId(1), 3);
    predictions.dropIncompletePredictions(db);
    expect(db.prepare('SELECT count(*) FROM series_prediction').pluck().get()).toBe(1);
    expect(db.prepare('SELECT count(*) FROM series_prediction_chunk').pluck().get()).toBe(1);
  });
});
