import type { LabelPlace, Verdict } from '../domain/verdict.ts';
import type { JudgedPrediction } from '../domain/verdict.ts';
import { meets } from './group-spans.ts';
import type { ReviewEntry } from './review-entry.ts';

const NEARLY_THE_SAME = 0.5;

/**
 * Whether a person has judged this already, be it of another run or in a window that overlaps this one. A verdict answers an
 * entry where, in the same series, each prediction of the entry is nearly one that was judged (IoU at least 0.5, same
 * direction), and those of the labels that the verdict left which meet the entry's predictions are the labels of the entry,
 * at the same place and of the same direction. So a label that was moved, made or removed since is asked about again, as
 * is a prediction that was accepted into an overlapping window alone. A missed label is answered where the verdict was on
 * the same label, as it is now, as missed, or has set its edges.
 * time: opening times of the bars of the entry's window, [T].
 */
export function answers(verdict: Verdict, entry: ReviewEntry, time: Float64Array): boolean {
  if (verdict.seriesId !== entry.seriesId) return false;
  if (entry.predictions.length === 0) return answersMissed(verdict, entry);
  const isJudged = (prediction: JudgedPrediction): boolean => verdict.predictions.some((judged) => isNearlySame(judged, prediction, time));
  if (!entry.predictions.every(isJudged)) return false;
  const left = verdict.labels.filter((label) => entry.predictions.some((prediction) => meets(prediction, toBars(label, time))));
  return left.length === entry.labels.length && left.every((label, n) => isSamePlace(label, entry.labels[n]));
}

function answersMissed({ predictions, decision, labels }: Verdict, entry: ReviewEntry): boolean {
  if (predictions.length > 0 && decision !== 'fixed') return false;
  return entry.labels.every((label) => labels.some((left) => left.id === label.id && isSamePlace(left, label)));
}

const isSamePlace = (a: LabelPlace, b: LabelPlace): boolean => a.startTime === b.startTime && a.endTime === b.endTime && a.direction === b.direction;

function isNearlySame(a: JudgedPrediction, b: JudgedPrediction, time: Float64Array): boolean {
  if (a.direction !== b.direction || a.startTime > b.endTime || b.startTime > a.endTime) return false;
  const { start, end } = toBars({ startTime: Math.max(a.startTime, b.startTime), endTime: Math.min(a.endTime, b.endTime) }, time);
  const shared = Math.max(0, end - start + 1);
  return shared / (a.bars + b.bars - shared) >= NEARLY_THE_SAME;
}

/** In the bars of the window, as far as they lie within it; it ends before it starts where none does. */
function toBars({ startTime, endTime }: { readonly startTime: number; readonly endTime: number }, time: Float64Array): { readonly start: number; readonly end: number } {
  return { start: firstFrom(time, startTime), end: firstFrom(time, endTime + 1) - 1 };
}

/** Index of the first bar that opens at `from` or later. */
function firstFrom(time: Float64Array, from: number): number {
  let [low, high] = [0, time.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
