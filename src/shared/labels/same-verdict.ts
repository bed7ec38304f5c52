import type { JudgedPrediction, LabelPlace, Verdict } from '../domain/verdict.ts';

/** Equal in every field; null: no verdict. */
export function sameVerdict(a: Verdict | null, b: Verdict | null): boolean {
  if (a === null || b === null) return a === b;
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

const inOrder = (verdict: Verdict) => [
  verdict.id,
  verdict.seriesId,
  verdict.windowId,
  verdict.runId,
  verdict.types,
  verdict.decision,
  verdict.confidence,
  verdict.predictions.map(({ startTime, endTime, bars, score, direction }: JudgedPrediction) => [startTime, endTime, bars, score, direction]),
  verdict.labels.map(({ id, startTime, endTime, direction }: LabelPlace) => [id, startTime, endTime, direction]),
  verdict.author,
  verdict.decidedAt,
];
