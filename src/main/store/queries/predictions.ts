import type { Database } from 'better-sqlite3';
import type { RunId, SeriesId } from '../../../shared/domain/ids.ts';
import { toBlob, toFloat32, toFloat64 } from './blobs.ts';

/** Probabilities of consecutive bars, [n] each. */
export interface BarProbabilities {
  readonly time: Float64Array;
  readonly probability: Float32Array;
}

interface Row {
  readonly time: Uint8Array;
  readonly probability: Uint8Array;
}

const toProbabilities = (row: Row): BarProbabilities => ({ time: toFloat64(row.time), probability: toFloat32(row.probability) });

/** Drops all that a run predicted, because its weights are no longer those that did. */
export function dropRunPredictions(db: Database, run: RunId): void {
  db.prepare('DELETE FROM window_prediction WHERE run_id = ?').run(run);
  db.prepare('DELETE FROM series_prediction WHERE run_id = ?').run(run);
}

/** Begins a prediction that nobody reads until it is complete. */
export function beginSeriesPrediction(db: Database, run: RunId, series: SeriesId, createdAt: number): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO series_prediction (run_id, series_id, created_at, complete) VALUES (?, ?, ?, 0)')
    .run(run, series, createdAt);
  return Number(lastInsertRowid);
}

/** Chunks come in time, none empty. */
export function addPredictionChunk(db: Database, prediction: number, { time, probability }: BarProbabilities): void {
  db.prepare('INSERT INTO series_prediction_chunk (prediction_id, first_time, last_time, time, probability) VALUES (?, ?, ?, ?, ?)').run(
    prediction,
    time[0],
    time[time.length - 1],
    toBlob(time),
    toBlob(probability),
  );
}

/** Makes it the prediction of its run and series, in place of an earlier one. One transaction. */
export function completeSeriesPrediction(db: Database, prediction: number): void {
  db.transaction(() => {
    db.prepare(
      `DELETE FROM series_prediction WHERE complete = 1 AND (run_id, series_id) = (SELECT run_id, series_id FROM series_prediction WHERE id = ?)`,
    ).run(prediction);
    db.prepare('UPDATE series_prediction SET complete = 1 WHERE id = ?').run(prediction);
  })();
}

export function dropSeriesPrediction(db: Database, prediction: number): void {
  db.prepare('DELETE FROM series_prediction WHERE id = ? AND complete = 0').run(prediction);
}

/** Predictions that the last process left half-written. */
export function dropIncompletePredictions(db: Database): void {
  db.prepare('DELETE FROM series_prediction WHERE complete = 0').run();
}

/** The kept prediction of the bars that open within [from, to]; null: the series was not predicted with this run yet. */
export function readSeriesPrediction(db: Database, run: RunId, series: SeriesId, from: number, to: number): BarProbabilities | null {
  const id = db
    .prepare<[number, number], number>('SELECT id FROM series_prediction WHERE run_id = ? AND series_id = ? AND complete = 1')
    .pluck()
    .get(run, series);
  if (id === undefined) return null;
  const chunks = db
    .prepare<[number, number, number], Row>(
      'SELECT time, probability FROM series_prediction_chunk WHERE prediction_id = ? AND first_time <= ? AND last_time >= ? ORDER BY first_time',
    )
    .all(id, to, from)
    .map((row) => cut(toProbabilities(row), from, to));
  return joined(chunks);
}

function cut({ time, probability }: BarProbabilities, from: number, to: number): BarProbabilities {
  const after = time.findIndex((at) => at > to);
  const end = after < 0 ? time.length : after;
  const first = time.findIndex((at) => at >= from);
  const start = first < 0 ? end : first;
  return { time: time.subarray(start, end), probability: probability.subarray(start, end) };
}

function joined(chunks: readonly BarProbabilities[]): BarProbabilities {
  const count = chunks.reduce((sum, { time }) => sum + time.length, 0);
  const all = { time: new Float64Array(count), probability: new Float32Array(count) };
  let at = 0;
  for (const { time, probability } of chunks) {
    all.time.set(time, at);
    all.probability.set(probability, at);
    at += time.length;
  }
  return all;
}
