import type { Database } from 'better-sqlite3';
import type { WatchableWindow, WatchedWindow } from '../../../shared/contract/training.ts';
import { viewBars } from '../../../shared/domain/bar.ts';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import { meanConfidence } from '../../../shared/engine/training/spread-over-confidence.ts';
import { readRunData } from '../../store/queries/runs.ts';
import { readSnapshotHeads, readSnapshotWindow } from '../../store/queries/snapshots.ts';
import { ofPart } from './tensors.ts';

export function listWatchable(db: Database, id: RunId): readonly WatchableWindow[] {
  const { snapshotId, parts } = readRunData(db, id);
  return ofPart(readSnapshotHeads(db, snapshotId), parts, 'val').map(({ spans, ...head }, place) => ({
    ...head,
    place,
    spans: spans.length,
    confidence: meanConfidence({ spans }),
  }));
}

/** Throws ExpanseError 'not-found' for a place that the validation part does not have. */
export function readWatched(db: Database, id: RunId, places: readonly number[]): readonly WatchedWindow[] {
  const { snapshotId, parts } = readRunData(db, id);
  const positions = ofPart([...parts.keys()], parts, 'val');
  return places.map((place) => {
    if (positions[place] === undefined) {
      throw new ExpanseError('not-found', `Run ${id} has no validation window ${place + 1}; it has ${positions.length}.`, 'Choose one from its list.');
    }
    return watchedWindow(db, snapshotId, positions[place], place);
  });
}

function watchedWindow(db: Database, snapshotId: number, position: number, place: number): WatchedWindow {
  const { windowId, seriesId, warmUp, spans, bars } = readSnapshotWindow(db, snapshotId, position);
  const { time, open, high, low, close } = viewBars(bars, warmUp, bars.time.length);
  return {
    place,
    windowId,
    seriesId,
    startTime: timeMs(time[0]),
    confidence: meanConfidence({ spans }),
    // Copied, because a view would carry the bars before the window over the wire.
    bars: { open: open.slice(), high: high.slice(), low: low.slice(), close: close.slice() },
    spans: spans.map(({ start, end, confidence }) => ({ start, end, confidence })),
  };
}
