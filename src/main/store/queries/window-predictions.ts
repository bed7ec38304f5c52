import type { Database } from 'better-sqlite3';
import { windowId, type RunId, type WindowId } from '../../../shared/domain/ids.ts';
import type { WindowHeads } from '../../../shared/domain/window-heads.ts';
import { toBlob, toFloat32, toFloat64 } from './blobs.ts';

/** What a run says of one window of T bars. */
export interface WindowPrediction {
  /** [T], opening times. */
  readonly time: Float64Array;
  /** [T] */
  readonly probability: Float32Array;
  /** Of this one window; null: it was predicted before heads were kept. */
  readonly heads: WindowHeads | null;
}

interface Row {
  readonly time: Uint8Array;
  readonly probability: Uint8Array;
  readonly type_scores: Uint8Array | null;
  readonly pointers: Uint8Array | null;
  readonly countdown: Uint8Array | null;
  readonly tags: Uint8Array | null;
  readonly posterior: Uint8Array | null;
}

const COLUMNS = 'time, probability, type_scores, pointers, countdown, tags, posterior';

/** In place of an earlier one. */
export function putWindowPrediction(db: Database, run: RunId, window: WindowId, { time, probability, heads }: WindowPrediction): void {
  const { type, pointers, countdown, sequence } = heads ?? { type: null, pointers: null, countdown: null, sequence: null };
  const values = [time, probability, type, pointers, countdown, sequence?.tags ?? null, sequence?.posterior ?? null];
  db.prepare(`INSERT OR REPLACE INTO window_prediction (run_id, window_id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    run,
    window,
    ...values.map((value) => value && toBlob(value)),
  );
}

/** null: the window was not predicted with this run yet. */
export function readWindowPrediction(db: Database, run: RunId, window: WindowId): WindowPrediction | null {
  const row = db.prepare<[number, number], Row>(`SELECT ${COLUMNS} FROM window_prediction WHERE run_id = ? AND window_id = ?`).get(run, window);
  return row === undefined ? null : toWindowPrediction(row);
}

/** All that the run predicted by themselves. */
export function readWindowPredictions(db: Database, run: RunId): ReadonlyMap<WindowId, WindowPrediction> {
  const rows = db.prepare<[number], Row & { window_id: WindowId }>(`SELECT window_id, ${COLUMNS} FROM window_prediction WHERE run_id = ?`).all(run);
  return new Map(rows.map((row) => [row.window_id, toWindowPrediction(row)]));
}

/** The windows that the run predicted by themselves, heads included. */
export function readPredictedWindows(db: Database, run: RunId): ReadonlySet<WindowId> {
  const ids = db.prepare<[number], number>('SELECT window_id FROM window_prediction WHERE run_id = ? AND type_scores IS NOT NULL').pluck().all(run);
  return new Set(ids.map(windowId));
}

/** The windows that the run predicted by themselves, with or without heads. */
export function readWindowIdsPredictedBy(db: Database, run: RunId): ReadonlySet<WindowId> {
  return new Set(db.prepare<[number], number>('SELECT window_id FROM window_prediction WHERE run_id = ?').pluck().all(run).map(windowId));
}

function toWindowPrediction(row: Row): WindowPrediction {
  return { time: toFloat64(row.time), probability: toFloat32(row.probability), heads: toHeads(row) };
}

function toHeads({ type_scores: type, pointers, countdown, tags, posterior }: Row): WindowHeads | null {
  if (type === null || pointers === null || countdown === null) return null;
  const sequence = tags === null || posterior === null ? null : { tags: new Uint8Array(tags), posterior: toFloat32(posterior) };
  return { type: toFloat32(type), pointers: toFloat32(pointers), countdown: toFloat32(countdown), sequence };
}
