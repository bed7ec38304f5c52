import type { Database } from 'better-sqlite3';
import { lastBarAtOrBefore, type BarColumns } from '../../../shared/domain/bar.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import type { Direction, Span } from '../../../shared/domain/span.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { answers } from '../../../shared/review/answers.ts';
import { makeEntry } from '../../../shared/review/make-entry.ts';
import { priceDirection } from '../../../shared/review/price-direction.ts';
import type { ReviewEntry } from '../../../shared/review/review-entry.ts';
import { typeWindow, type ReviewLabel } from '../../../shared/review/type-window.ts';
import { findBarIndex, readBarRange } from '../../store/queries/bars.ts';
import { readSpansOfWindow } from '../../store/queries/spans.ts';
import { readVerdicts } from '../../store/queries/verdicts.ts';
import { readSpansOfWindows } from '../training/window-spans.ts';
import type { JudgedWindows, PredictedWindow } from './read-judged-windows.ts';

/** The findings of all windows, agreed ones included, window by window, with the labels and verdicts as they are now. */
export function findEntries(db: Database, { windows, tolerance }: Pick<JudgedWindows, 'windows' | 'tolerance'>): readonly ReviewEntry[] {
  const labels = labelsOf(db, windows);
  const verdictsOf = makeVerdictReader(db);
  const directionsOf = makeDirectionReader(db, windows.length > 1 ? BLOCK_BARS : 0);
  return windows.flatMap((predicted, n) => {
    const found = typePredicted(predicted, labels[n], tolerance, directionsOf);
    const verdicts = found.length === 0 ? [] : verdictsOf(predicted.window.seriesId).filter((verdict) => touches(verdict, predicted.time));
    return found.map((entry) => ({ ...entry, verdict: verdicts.find((verdict) => answers(verdict, entry, predicted.time)) ?? null }));
  });
}

function labelsOf(db: Database, windows: readonly PredictedWindow[]): readonly (readonly Span[])[] {
  // Many windows are cheaper together, which reads all spans of their series.
  return windows.length === 1 ? [readSpansOfWindow(db, windows[0].window)] : readSpansOfWindows(db, windows.map(({ window }) => window));
}

function typePredicted({ window, part, time, probability, spans }: PredictedWindow, labels: readonly Span[], tolerance: number, directionsOf: DirectionReader): readonly ReviewEntry[] {
  if (spans.length === 0 && labels.length === 0) return [];
  const directionOf = directionsOf(window.seriesId, window.startTime, window.endTime);
  const toLabel = ({ id, startTime, endTime, startUncertainty, endUncertainty, direction }: Span): ReviewLabel => ({
    id,
    start: lastBarAtOrBefore(time, startTime),
    end: lastBarAtOrBefore(time, endTime),
    startUncertainty,
    endUncertainty,
    direction: direction ?? directionOf(startTime, endTime),
  });
  const predictions = spans.map((span) => ({ ...span, direction: directionOf(time[span.start], time[span.end]) }));
  const found = typeWindow({ predictions, labels: labels.map(toLabel), probability, tolerance });
  return found.map((finding) => makeEntry(finding, { windowId: window.id, seriesId: window.seriesId, windowState: window.state, part, time }));
}

/** Of the price from one bar to another. */
export type DirectionOf = (startTime: number, endTime: number) => Direction | null;

/** Between bars of [from, to] of a series. */
type DirectionReader = (id: SeriesId, from: number, to: number) => DirectionOf;

/** Windows in queue order lie side by side, and reading many bars at once costs hardly more than reading few. */
const BLOCK_BARS = 8192;

/** `block`: at least so many bars are read at once, so that further ranges after the first need no reading. */
export function makeDirectionReader(db: Database, block = 0): DirectionReader {
  const blocks = new Map<SeriesId, BarColumns>();
  return (id, from, to) => {
    const known = blocks.get(id);
    const covers = known !== undefined && known.time[0] <= from && known.time[known.time.length - 1] >= to;
    const bars = covers ? known : readBlock(db, id, from, to, block);
    blocks.set(id, bars);
    const { time, open, close } = bars;
    return (startTime, endTime) => priceDirection(open[lastBarAtOrBefore(time, startTime)], close[lastBarAtOrBefore(time, endTime)]);
  };
}

function readBlock(db: Database, id: SeriesId, from: number, to: number, block: number): BarColumns {
  const first = Math.max(0, findBarIndex(db, id, 0, from));
  return readBarRange(db, id, 0, first, Math.max(block, findBarIndex(db, id, 0, to) + 1 - first));
}

function makeVerdictReader(db: Database): (id: SeriesId) => readonly Verdict[] {
  const read = new Map<SeriesId, readonly Verdict[]>();
  return (id) => {
    const verdicts = read.get(id) ?? readVerdicts(db, id);
    read.set(id, verdicts);
    return verdicts;
  };
}

function touches({ predictions, labels }: Verdict, time: Float64Array): boolean {
  const [first, last] = [time[0], time[time.length - 1]];
  return [...predictions, ...labels].some(({ startTime, endTime }) => startTime <= last && endTime >= first);
}

