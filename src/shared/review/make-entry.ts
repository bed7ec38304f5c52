import type { SeriesId, WindowId } from '../domain/ids.ts';
import { timeMs } from '../domain/time.ts';
import type { SplitPart, WindowState } from '../domain/window.ts';
import type { ReviewEntry } from './review-entry.ts';
import type { Finding } from './type-window.ts';

/** The window that a finding is of. */
export interface FoundIn {
  readonly windowId: WindowId;
  readonly seriesId: SeriesId;
  readonly windowState: WindowState;
  readonly part: SplitPart | null;
  /** [T], opening times of its bars. */
  readonly time: Float64Array;
}

/** Not judged yet. */
export function makeEntry({ types, confidence, predictions, labels, pair }: Finding, { time, ...window }: FoundIn): ReviewEntry {
  const all = [...predictions, ...labels];
  const timeOf = (bar: number) => timeMs(time[bar]);
  return {
    ...window,
    id: entryId(window.windowId, pair?.prediction ?? predictions[0] ?? labels[0].id),
    types,
    confidence,
    startTime: timeOf(Math.min(...all.map(({ start }) => start))),
    endTime: timeOf(Math.max(...all.map(({ end }) => end))),
    predictions: predictions.map(({ start, end, score, direction }) => ({ start, end, startTime: timeOf(start), endTime: timeOf(end), bars: end - start + 1, score, direction })),
    labels: labels.map(({ id, start, end, direction }) => ({ id, start, end, startTime: timeOf(start), endTime: timeOf(end), direction })),
    pair: pair && { prediction: predictions.indexOf(pair.prediction), label: labels.indexOf(pair.label), iou: pair.iou, startError: pair.startError, endError: pair.endError },
    verdict: null,
  };
}

const entryId = (window: WindowId, of: { readonly start: number; readonly end: number } | string): string =>
  `${window}:${typeof of === 'string' ? of : `${of.start}-${of.end}`}`;
