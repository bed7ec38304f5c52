import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { BAR_COLUMN_NAMES } from '../../../shared/domain/bar.ts';
import { seriesId, windowId, type SeriesId, type WindowId } from '../../../shared/domain/ids.ts';
import { timeMs, type TimeMs } from '../../../shared/domain/time.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import type { WindowData, WindowSpan } from '../../../shared/engine/training/window-data.ts';
import { barsToBlob, toBars, toFloat64 } from './blobs.ts';

/** A reviewed window as it was when a training began. */
export interface SnapshotWindow extends WindowData {
  readonly windowId: WindowId;
  readonly seriesId: SeriesId;
  /** Index of its first bar in the series at that time. */
  readonly fromIndex: number;
  readonly ownPart: SplitPart | null;
}

const BYTES_PER_BAR = BAR_COLUMN_NAMES.length * Float64Array.BYTES_PER_ELEMENT;

interface Row {
  readonly window_id: number;
  readonly series_id: number;
  readonly from_index: number;
  readonly own_part: SplitPart | null;
  readonly warm_up: number;
  readonly spans: string;
  readonly bars: Uint8Array;
}

/**
 * Keeps the windows, in order, as an immutable snapshot and answers its id; the same content gives the same snapshot.
 * One transaction.
 */
export function saveSnapshot(db: Database, windows: readonly SnapshotWindow[], createdAt: number): number {
  return db.transaction(() => {
    const packed = windows.map(pack);
    const hash = sha256(packed.map(({ key }) => key).join('\n'));
    const known = db.prepare<[string], number>('SELECT id FROM dataset_snapshot WHERE hash = ?').pluck().get(hash);
    return known ?? insertSnapshot(db, hash, packed, createdAt);
  })();
}

interface PackedWindow {
  readonly window: SnapshotWindow;
  readonly blob: Uint8Array;
  readonly barsHash: string;
  readonly spans: string;
  /** Everything that the snapshot says of the window, as text. */
  readonly key: string;
}

function pack(window: SnapshotWindow): PackedWindow {
  const blob = barsToBlob(window.bars);
  const barsHash = sha256(blob);
  const spans = JSON.stringify(window.spans);
  const key = JSON.stringify([window.windowId, window.seriesId, window.fromIndex, window.ownPart, window.warmUp, barsHash, spans]);
  return { window, blob, barsHash, spans, key };
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

function insertSnapshot(db: Database, hash: string, packed: readonly PackedWindow[], createdAt: number): number {
  const spans = packed.reduce((sum, { window }) => sum + window.spans.length, 0);
  const { lastInsertRowid } = db
    .prepare('INSERT INTO dataset_snapshot (hash, created_at, windows, spans) VALUES (?, ?, ?, ?)')
    .run(hash, createdAt, packed.length, spans);
  const id = Number(lastInsertRowid);
  const addBars = db.prepare('INSERT INTO snapshot_bars (hash, bars) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const addWindow = db.prepare(
    `INSERT INTO snapshot_window (snapshot_id, position, window_id, series_id, from_index, own_part, warm_up, bars_hash, spans)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  packed.forEach(({ window, blob, barsHash, spans: json }, position) => {
    addBars.run(barsHash, blob);
    addWindow.run(id, position, window.windowId, window.seriesId, window.fromIndex, window.ownPart, window.warmUp, barsHash, json);
  });
  return id;
}

/** The same for the same content. */
export function readSnapshotHash(db: Database, id: number): string {
  return db.prepare<[number], string>('SELECT hash FROM dataset_snapshot WHERE id = ?').pluck().get(id)!;
}

/** In bars; all windows of a snapshot have one length. */
export function readWindowLength(db: Database, id: number): number {
  const { bytes, warmUp } = db
    .prepare<[number], { bytes: number; warmUp: number }>(
      `SELECT length(bars) AS bytes, warm_up AS warmUp FROM snapshot_window JOIN snapshot_bars ON hash = bars_hash
       WHERE snapshot_id = ? AND position = 0`,
    )
    .get(id)!;
  return bytes / BYTES_PER_BAR - warmUp;
}

/** The labels of a snapshot's windows, in order, without their bars. */
export function readSnapshotLabels(db: Database, id: number): readonly Pick<SnapshotWindow, 'windowId' | 'spans'>[] {
  return db
    .prepare<[number], Pick<Row, 'window_id' | 'spans'>>('SELECT window_id, spans FROM snapshot_window WHERE snapshot_id = ? ORDER BY position')
    .all(id)
    .map((row) => ({ windowId: windowId(row.window_id), spans: JSON.parse(row.spans) as WindowSpan[] }));
}

/** When a window begins, and its labels. */
export interface SnapshotHead extends Pick<SnapshotWindow, 'windowId' | 'seriesId' | 'spans'> {
  readonly startTime: TimeMs;
}

/** Of the windows of a snapshot, in order; of the bars, the columns of which begin with the times, no more than that is read. */
export function readSnapshotHeads(db: Database, id: number): readonly SnapshotHead[] {
  return db
    .prepare<[number], Pick<Row, 'window_id' | 'series_id' | 'spans'> & { readonly first: Uint8Array }>(
      `SELECT window_id, series_id, spans, substr(bars, warm_up * 8 + 1, 8) AS first FROM snapshot_window JOIN snapshot_bars ON hash = bars_hash
       WHERE snapshot_id = ? ORDER BY position`,
    )
    .all(id)
    .map((row) => ({
      windowId: windowId(row.window_id),
      seriesId: seriesId(row.series_id),
      spans: JSON.parse(row.spans) as WindowSpan[],
      startTime: timeMs(toFloat64(row.first)[0]),
    }));
}

/** One window of a snapshot that has it. */
export function readSnapshotWindow(db: Database, id: number, position: number): SnapshotWindow {
  const row = db
    .prepare<[number, number], Row>('SELECT * FROM snapshot_window JOIN snapshot_bars ON snapshot_bars.hash = bars_hash WHERE snapshot_id = ? AND position = ?')
    .get(id, position);
  return toSnapshotWindow(row!);
}

/** The windows of a snapshot in order. */
export function readSnapshot(db: Database, id: number): readonly SnapshotWindow[] {
  return db
    .prepare<[number], Row>(
      'SELECT * FROM snapshot_window JOIN snapshot_bars ON snapshot_bars.hash = bars_hash WHERE snapshot_id = ? ORDER BY position',
    )
    .all(id)
    .map(toSnapshotWindow);
}

function toSnapshotWindow(row: Row): SnapshotWindow {
  return {
    windowId: windowId(row.window_id),
    seriesId: seriesId(row.series_id),
    fromIndex: row.from_index,
    ownPart: row.own_part,
    warmUp: row.warm_up,
    bars: toBars(row.bars),
    spans: JSON.parse(row.spans) as WindowSpan[],
  };
}
