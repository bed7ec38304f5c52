import type { WindowId } from '../../../../../shared/domain/ids.ts';
import type { ReviewEntry } from '../../../../../shared/review/review-entry.ts';
import type { ChartPlace } from '../../../../chart/chart-types.ts';

/** The disagreement of the open window that the label or the predicted span at this place is part of; null: it is part of none. */
export function entryAt(entries: readonly ReviewEntry[], windowId: WindowId | null, { spanId, predicted }: Pick<ChartPlace, 'spanId' | 'predicted'>): ReviewEntry | null {
  const ofRun = predicted?.rank === 'first' ? predicted.span : null;
  const isMeant = ({ labels, predictions }: ReviewEntry): boolean =>
    (ofRun !== null && predictions.some(({ startTime, endTime }) => startTime === ofRun.startTime && endTime === ofRun.endTime)) ||
    (spanId !== null && labels.some(({ id }) => id === spanId));
  return entries.find((entry) => entry.windowId === windowId && entry.types[0] !== 'agreed' && isMeant(entry)) ?? null;
}
