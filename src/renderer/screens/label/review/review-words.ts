import type { SessionName } from '../../../../shared/domain/trading-session.ts';
import type { Decision } from '../../../../shared/domain/verdict.ts';
import type { ReviewEntry } from '../../../../shared/review/review-entry.ts';
import type { FindingType } from '../../../../shared/review/type-window.ts';

export const TYPE_NAMES: Readonly<Record<FindingType, string>> = {
  'missed': 'Missed label',
  'false-alarm': 'False alarm',
  'wrong-direction': 'Wrong direction',
  'merged': 'Merged labels',
  'split': 'Split label',
  'early-start': 'Early start',
  'late-start': 'Late start',
  'early-end': 'Early end',
  'late-end': 'Late end',
  'agreed': 'Agreed',
};

export const DECISION_NAMES: Readonly<Record<Decision, string>> = { accepted: 'accepted', fixed: 'fixed', rejected: 'rejected', unsure: 'unsure' };

export const SESSION_NAMES: Readonly<Record<SessionName, string>> = { 'tokyo': 'Tokyo hours', 'london': 'London hours', 'new-york': 'New York hours' };

/** 'Late start, late end'. */
export function describeTypes(types: readonly FindingType[]): string {
  const [first, ...others] = types.map((type) => TYPE_NAMES[type]);
  return [first, ...others.map((name) => name.toLowerCase())].join(', ');
}

/** What accepting and rejecting would mean here. */
export function explainDecisions({ predictions, labels, types }: Pick<ReviewEntry, 'predictions' | 'labels' | 'types'>): string {
  if (types[0] === 'agreed') return 'The run and the labels agree here.';
  if (predictions.length === 0) return 'No prediction meets this label. Accept removes it, reject lets it stand.';
  if (labels.length === 0) return 'No label meets this prediction. Accept makes it one, with 1 to 5 as sure as that; reject keeps these bars as no expansion.';
  if (labels.length > 1) return 'Accept makes one label of these, where the run has it; reject lets them stand.';
  if (predictions.length > 1) return 'Accept parts the label as the run does; reject lets it stand.';
  return 'Accept takes the prediction over, fix its edges alone; reject lets the label stand.';
}

/** '+2 bars', '−1 bar'. */
export function formatBars(bars: number): string {
  return `${bars > 0 ? '+' : bars < 0 ? '−' : ''}${Math.abs(bars)} ${Math.abs(bars) === 1 ? 'bar' : 'bars'}`;
}
