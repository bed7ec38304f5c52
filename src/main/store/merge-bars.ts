import { BAR_COLUMN_NAMES, makeBarColumns, viewBars, type BarColumns } from '../../shared/domain/bar.ts';

export interface MergedBars {
  /** All bars of both, ascending by time; where both hold a time, the existing bar. */
  readonly bars: BarColumns;
  /** Index in `bars` of the first that came from `incoming`; the length where none did. */
  readonly firstAdded: number;
  readonly added: number;
  readonly alreadyPresent: number;
  /** Indices into `incoming` of bars whose time exists with other values. */
  readonly conflicting: readonly number[];
}

/** Merges two sets of bars, each ascending by time without repetition. Existing bars are never replaced. */
export function mergeSortedBars(existing: BarColumns, incoming: BarColumns): MergedBars {
  const room = makeBarColumns(existing.time.length + incoming.time.length);
  const conflicting: number[] = [];
  let [fromExisting, fromIncoming, length, added, firstAdded] = [0, 0, 0, 0, -1];
  while (fromExisting < existing.time.length || fromIncoming < incoming.time.length) {
    const existingTime = timeAt(existing, fromExisting);
    const incomingTime = timeAt(incoming, fromIncoming);
    if (incomingTime < existingTime) {
      if (firstAdded < 0) firstAdded = length;
      copyBar(incoming, fromIncoming++, room, length++);
      added++;
      continue;
    }
    if (incomingTime === existingTime) {
      if (!sameBar(existing, fromExisting, incoming, fromIncoming)) conflicting.push(fromIncoming);
      fromIncoming++;
    }
    copyBar(existing, fromExisting++, room, length++);
  }
  return {
    bars: viewBars(room, 0, length),
    firstAdded: firstAdded < 0 ? length : firstAdded,
    added,
    alreadyPresent: incoming.time.length - added - conflicting.length,
    conflicting,
  };
}

function timeAt(bars: BarColumns, index: number): number {
  return index < bars.time.length ? bars.time[index] : Number.POSITIVE_INFINITY;
}

function copyBar(from: BarColumns, index: number, to: BarColumns, at: number): void {
  for (const name of BAR_COLUMN_NAMES) to[name][at] = from[name][index];
}

function sameBar(a: BarColumns, indexA: number, b: BarColumns, indexB: number): boolean {
  return BAR_COLUMN_NAMES.every((name) => sameNumber(a[name][indexA], b[name][indexB]));
}

// Two unknown volumes agree.
function sameNumber(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
