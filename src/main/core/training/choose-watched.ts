import type { Database } from 'better-sqlite3';
import type { RunId } from '../../../shared/domain/ids.ts';
import { meanConfidence, spreadOverConfidence } from '../../../shared/engine/training/spread-over-confidence.ts';
import { findRunBefore, readLastEpoch, readRunData } from '../../store/queries/runs.ts';
import { readSnapshotLabels, type SnapshotWindow } from '../../store/queries/snapshots.ts';
import type { RecordedRun } from './record-run.ts';
import { ofPart } from './tensors.ts';

const WATCHED_AT_FIRST = 4;

type Labelled = Pick<SnapshotWindow, 'windowId' | 'spans'>;

/**
 * The windows to watch at first, by their places: those that this run or the one before it watched last, as far as they
 * validate this one, so that a person sees the same windows again; the rest are spread over the confidence of their labels.
 */
export function chooseWatched(db: Database, { id, windows, parts, from }: RecordedRun): readonly number[] {
  const val = ofPart<Labelled>(windows, parts, 'val');
  const before = from === null ? findRunBefore(db, id) : id;
  const known = before === null ? [] : placesOf(watchedWindows(db, before), val);
  return [...known, ...spreadOverConfidence(val.map(meanConfidence), WATCHED_AT_FIRST - known.length, known)];
}

/** Places of the windows that the run watched in its last epoch. */
export const lastWatched = (db: Database, id: RunId): readonly number[] => readLastEpoch(db, id)?.view?.windows.map(({ place }) => place) ?? [];

function watchedWindows(db: Database, id: RunId): readonly Labelled[] {
  const places = lastWatched(db, id);
  if (places.length === 0) return [];
  const { snapshotId, parts } = readRunData(db, id);
  const val = ofPart(readSnapshotLabels(db, snapshotId), parts, 'val');
  return places.map((place) => val[place]);
}

const placesOf = (windows: readonly Labelled[], val: readonly Labelled[]): readonly number[] =>
  windows.map(({ windowId }) => val.findIndex((candidate) => candidate.windowId === windowId)).filter((place) => place >= 0);
