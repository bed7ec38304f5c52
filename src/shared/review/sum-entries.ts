import { DECISIONS, DISAGREEMENT_TYPES, type Decision, type DisagreementType, type Verdict } from '../domain/verdict.ts';
import type { ReviewEntry } from './review-entry.ts';

/** What a run and the labels say together, of a window, a series or all of them. Errors are in bars, predicted minus labelled. */
export interface ReviewSums {
  readonly labels: number;
  readonly predictions: number;
  /** Pairs that agree in all. */
  readonly agreed: number;
  /** All pairs, and such as the evaluation counts as found (IoU 0.5). */
  readonly pairs: number;
  readonly found: number;
  /** Means over pairs; null where there is none. */
  readonly iou: number | null;
  readonly startError: number | null;
  readonly endError: number | null;
  readonly startAbsolute: number | null;
  readonly endAbsolute: number | null;
  /** Entries that disagree; one that is of several types counts for each of them below. */
  readonly disagreements: number;
  readonly types: Readonly<Record<DisagreementType, number>>;
  /** Of the disagreements: not judged yet, and judged unsure. */
  readonly undecided: number;
  readonly unsure: number;
  /** Verdicts on this run. */
  readonly verdicts: Readonly<Record<Decision, number>>;
  /** Of those, such as say that the run was right, wholly (accepted) or about an edge (fixed), and such as let the labels stand (rejected). */
  readonly runRight: number;
  readonly labelsRight: number;
}

/** entries: agreed ones included. verdicts: on the same run and windows. */
export function sumEntries(entries: readonly ReviewEntry[], verdicts: readonly Verdict[]): ReviewSums {
  const pairs = entries.map(({ pair }) => pair).filter((pair) => pair !== null);
  const disagreements = entries.filter(({ types }) => types[0] !== 'agreed');
  const decided = countEach(DECISIONS, (decision) => verdicts.filter((verdict) => verdict.decision === decision).length);
  const mean = (of: (pair: (typeof pairs)[number]) => number): number | null => (pairs.length === 0 ? null : pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length);
  return {
    labels: entries.reduce((sum, { labels }) => sum + labels.length, 0),
    predictions: entries.reduce((sum, { predictions }) => sum + predictions.length, 0),
    agreed: entries.length - disagreements.length,
    pairs: pairs.length,
    found: pairs.filter(({ iou }) => iou >= 0.5).length,
    iou: mean(({ iou }) => iou),
    startError: mean(({ startError }) => startError),
    endError: mean(({ endError }) => endError),
    startAbsolute: mean(({ startError }) => Math.abs(startError)),
    endAbsolute: mean(({ endError }) => Math.abs(endError)),
    disagreements: disagreements.length,
    types: countEach(DISAGREEMENT_TYPES, (type) => disagreements.filter(({ types }) => types.includes(type)).length),
    undecided: disagreements.filter(({ verdict }) => verdict === null).length,
    unsure: disagreements.filter(({ verdict }) => verdict?.decision === 'unsure').length,
    verdicts: decided,
    runRight: decided.accepted + decided.fixed,
    labelsRight: decided.rejected,
  };
}

function countEach<Name extends string>(names: readonly Name[], count: (name: Name) => number): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>;
}
