import type { ReviewLabel, ReviewPrediction } from '../../../src/shared/review/type-window.ts';

interface Bars {
  readonly start: number;
  readonly end: number;
}

export interface SlowFinding {
  readonly types: readonly string[];
  readonly predictions: readonly ReviewPrediction[];
  readonly labels: readonly ReviewLabel[];
}

const barsOf = ({ start, end }: Bars): readonly number[] => Array.from({ length: end - start + 1 }, (_, i) => start + i);
const shared = (a: Bars, b: Bars): number => barsOf(a).filter((bar) => barsOf(b).includes(bar)).length;
const iou = (a: Bars, b: Bars): number => shared(a, b) / new Set([...barsOf(a), ...barsOf(b)]).size;
const meets = (a: Bars, b: Bars): boolean => shared(a, b) > 0 && shared(a, b) / Math.min(barsOf(a).length, barsOf(b).length) >= 0.5;

/** docs/review.md word by word, bar by bar, without regard to how long it takes. */
export function slowTyping(predictions: readonly ReviewPrediction[], labels: readonly ReviewLabel[], tolerance: number): readonly SlowFinding[] {
  const partner = new Map<ReviewPrediction, ReviewLabel>();
  for (const mayPair of [(p: Bars, l: Bars) => iou(p, l) >= 0.5, meets]) {
    const ranked = predictions.filter((each) => !partner.has(each)).toSorted((a, b) => b.score - a.score);
    for (const each of ranked) {
      const free = labels.filter((other) => ![...partner.values()].includes(other) && mayPair(each, other));
      const best = free.toSorted((a, b) => iou(each, b) - iou(each, a))[0];
      if (best !== undefined) partner.set(each, best);
    }
  }
  const nearest = <Other extends Bars>(span: Bars, others: readonly Other[]): Other | undefined =>
    others.filter((other) => meets(span, other)).toSorted((a, b) => iou(span, b) - iou(span, a))[0];
  const findings: SlowFinding[] = [];
  for (const [main, own] of partner) {
    const joining = predictions.filter((each) => each === main || (!partner.has(each) && nearest(each, labels) === own));
    const joined = labels.filter((each) => each === own || (![...partner.values()].includes(each) && nearest(each, predictions) === main));
    findings.push({ types: typesOfPair(main, own, joining.length, joined.length, tolerance), predictions: joining, labels: joined });
  }
  for (const each of predictions) if (!partner.has(each) && nearest(each, labels) === undefined) findings.push({ types: ['false-alarm'], predictions: [each], labels: [] });
  for (const each of labels) if (![...partner.values()].includes(each) && nearest(each, predictions) === undefined) findings.push({ types: ['missed'], predictions: [], labels: [each] });
  return findings;
}

function typesOfPair(main: ReviewPrediction, own: ReviewLabel, predictions: number, labels: number, tolerance: number): readonly string[] {
  const types: string[] = [];
  const ways = new Set([main.direction, own.direction]);
  if (ways.has('up') && ways.has('down')) types.push('wrong-direction');
  if (labels > 1) types.push('merged');
  if (predictions > 1) types.push('split');
  if (predictions === 1 && labels === 1) {
    const [early, late] = [Math.max(tolerance, own.startUncertainty), Math.max(tolerance, own.endUncertainty)];
    if (main.start < own.start - early) types.push('early-start');
    if (main.start > own.start + early) types.push('late-start');
    if (main.end < own.end - late) types.push('early-end');
    if (main.end > own.end + late) types.push('late-end');
  }
  return types.length === 0 ? ['agreed'] : types;
}
