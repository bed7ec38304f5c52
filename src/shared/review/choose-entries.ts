import type { SeriesId, WindowId } from '../domain/ids.ts';
import type { TimeMs } from '../domain/time.ts';
import { isInSession, type SessionName } from '../domain/trading-session.ts';
import type { ReviewEntry } from './review-entry.ts';
import type { FindingType } from './type-window.ts';

/** `undecided`: not judged. `unsure`: judged so. `decided`: in any other way. */
export type DecisionState = 'undecided' | 'unsure' | 'decided';
export const DECISION_STATES: readonly DecisionState[] = ['undecided', 'unsure', 'decided'];

/** Which entries are wanted; what is absent leaves none out, but for `types`. */
export interface ReviewFilter {
  /** Entries of any of these; absent: all that disagree. */
  readonly types?: readonly FindingType[];
  readonly seriesId?: SeriesId;
  readonly windowId?: WindowId;
  readonly minConfidence?: number;
  readonly maxConfidence?: number;
  /** Entries with a bar in [from, to]. */
  readonly from?: TimeMs;
  readonly to?: TimeMs;
  /** Entries that begin in these hours. */
  readonly session?: SessionName;
  readonly decided?: readonly DecisionState[];
}

/** `surest`: how sure the run is, the surest first. `time`: series by series, in time. Of equal ones those of the earlier place, then window. */
export type ReviewOrder = 'surest' | 'time';

export function chooseEntries(entries: readonly ReviewEntry[], filter: ReviewFilter): readonly ReviewEntry[] {
  const { types, seriesId, windowId, minConfidence = 0, maxConfidence = 1, from = -Infinity, to = Infinity, session, decided } = filter;
  return entries.filter(
    (entry) =>
      (types === undefined ? entry.types[0] !== 'agreed' : entry.types.some((type) => types.includes(type))) &&
      (seriesId === undefined || entry.seriesId === seriesId) &&
      (windowId === undefined || entry.windowId === windowId) &&
      entry.confidence >= minConfidence &&
      entry.confidence <= maxConfidence &&
      entry.endTime >= from &&
      entry.startTime <= to &&
      (session === undefined || isInSession(entry.startTime, session)) &&
      (decided === undefined || decided.includes(decisionState(entry))),
  );
}

export function decisionState({ verdict }: Pick<ReviewEntry, 'verdict'>): DecisionState {
  if (verdict === null) return 'undecided';
  return verdict.decision === 'unsure' ? 'unsure' : 'decided';
}

export function orderEntries(entries: readonly ReviewEntry[], order: ReviewOrder): readonly ReviewEntry[] {
  const inTime = (a: ReviewEntry, b: ReviewEntry): number => a.seriesId - b.seriesId || a.startTime - b.startTime || a.windowId - b.windowId || a.endTime - b.endTime;
  return entries.toSorted(order === 'time' ? inTime : (a, b) => b.confidence - a.confidence || inTime(a, b));
}
