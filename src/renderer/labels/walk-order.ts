import type { PredictedSpan } from '../../shared/domain/prediction.ts';
import type { Span } from '../../shared/domain/span.ts';

/** What Tab goes to. */
export type Stop = { readonly kind: 'label'; readonly span: Span } | { readonly kind: 'prediction'; readonly span: PredictedSpan };

/** Labels and predicted spans by first bar, a label before a prediction from the same bar. */
export function walkOrder(labels: readonly Span[], predictions: readonly PredictedSpan[]): readonly Stop[] {
  const stops: Stop[] = [
    ...labels.map((span) => ({ kind: 'label', span }) as const),
    ...predictions.map((span) => ({ kind: 'prediction', span }) as const),
  ];
  return stops.sort((a, b) => a.span.startTime - b.span.startTime);
}

/**
 * The predictions that share no bar with a label, in time: those that a label can be made of. Where the two meet and differ, a
 * review decides.
 */
export function unmetPredictions<P extends PredictedSpan>(labels: readonly Span[], predictions: readonly P[]): readonly P[] {
  const inTime = labels.toSorted((a, b) => a.startTime - b.startTime);
  let next = 0;
  let lastEnd = -Infinity;
  return predictions.toSorted((a, b) => a.endTime - b.endTime).filter(({ startTime, endTime }) => {
    for (; next < inTime.length && inTime[next].startTime <= endTime; next++) lastEnd = Math.max(lastEnd, inTime[next].endTime);
    return lastEnd < startTime;
  });
}
