import type { Database } from 'better-sqlite3';
import type { SeriesId, WindowId } from '../../shared/domain/ids.ts';
import type { LabelEdit } from '../../shared/labels/edits.ts';
import { readForwardsAfter } from './queries/edits.ts';
import { readWindow } from './queries/windows.ts';

/** Sequences of the lines of the log that touch each window, or spans of it, and each series. */
interface TouchedLines {
  /** Lines up to this one were read. */
  upTo: number;
  readonly byWindow: Map<WindowId, number[]>;
  readonly bySeries: Map<SeriesId, number[]>;
}

// A line never changes, and one import can hold more labels than could be read again for each edit.
const known = new WeakMap<Database, TouchedLines>();

/** In order. */
export function linesOfWindow(db: Database, id: WindowId): readonly number[] {
  return readTouched(db).byWindow.get(id) ?? [];
}

/** In order. */
export function linesOfSeries(db: Database, id: SeriesId): readonly number[] {
  return readTouched(db).bySeries.get(id) ?? [];
}

function readTouched(db: Database): TouchedLines {
  const touched = known.get(db) ?? { upTo: 0, byWindow: new Map(), bySeries: new Map() };
  known.set(db, touched);
  const seriesOfWindow = new Map<WindowId, SeriesId>();
  const seriesOf = (id: WindowId) => seriesOfWindow.get(id) ?? remember(seriesOfWindow, id, readWindow(db, id).seriesId);
  for (const forward of readForwardsAfter(db, touched.upTo)) {
    touched.upTo += 1;
    for (const edit of JSON.parse(forward) as readonly LabelEdit[]) {
      const label = edit.kind === 'window' ? { windowId: edit.id, seriesId: seriesOf(edit.id) } : (edit.after ?? edit.before)!;
      if (label.windowId !== null) addLine(touched.byWindow, label.windowId, touched.upTo);
      addLine(touched.bySeries, label.seriesId, touched.upTo);
    }
  }
  return touched;
}

function addLine<Id>(lines: Map<Id, number[]>, id: Id, sequence: number): void {
  const of = lines.get(id);
  if (of === undefined) lines.set(id, [sequence]);
  else if (of.at(-1) !== sequence) of.push(sequence);
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}
