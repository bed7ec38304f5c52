import type { SpanId } from '../domain/ids.ts';
import type { Direction } from '../domain/span.ts';
import type { DisagreementType } from '../domain/verdict.ts';
import type { DecodedSpan } from '../engine/evaluation/decoding/decoded-span.ts';
import { overlapOverUnion, type Segment } from '../engine/evaluation/match-spans.ts';
import { groupSpans, type SpanGroup } from './group-spans.ts';

export type FindingType = DisagreementType | 'agreed';

/** A label, counted in the bars of its window. */
export interface ReviewLabel extends Segment {
  readonly id: SpanId;
  /** In bars: so far from it an edge is none the worse. */
  readonly startUncertainty: number;
  readonly endUncertainty: number;
  /** Its own, or that of the price over it; null: the price ends where it began. */
  readonly direction: Direction | null;
}

export interface ReviewPrediction extends DecodedSpan {
  /** Of the price over it; null: it ends where it began. */
  readonly direction: Direction | null;
}

/** A prediction and its label. Errors are in bars, predicted minus labelled. */
export interface MatchedPair {
  readonly prediction: ReviewPrediction;
  readonly label: ReviewLabel;
  readonly iou: number;
  readonly startError: number;
  readonly endError: number;
}

/** What a window's predictions and labels say of one place. */
export interface Finding {
  /** At least one, in the order of `DISAGREEMENT_TYPES`; the first takes precedence. `agreed` stands alone. */
  readonly types: readonly FindingType[];
  /** In time; none: missed. */
  readonly predictions: readonly ReviewPrediction[];
  /** In time; none: a false alarm. */
  readonly labels: readonly ReviewLabel[];
  readonly pair: MatchedPair | null;
  /** How sure the run is, in [0, 1]. */
  readonly confidence: number;
}

/** All that is judged of a window of T bars. */
export interface WindowToType {
  /** None overlaps another. */
  readonly predictions: readonly ReviewPrediction[];
  readonly labels: readonly ReviewLabel[];
  /** [T] */
  readonly probability: Float32Array;
  /** Bars by which an edge may lie off and still agree. */
  readonly tolerance: number;
}

/** Every prediction and every label of the window in exactly one finding (`groupSpans`), in time. */
export function typeWindow({ predictions, labels, probability, tolerance }: WindowToType): readonly Finding[] {
  return groupSpans(predictions, labels)
    .map((group): Finding => ({ ...group, types: typesOf(group, tolerance), pair: group.pair && measure(group.pair), confidence: howSure(group, probability) }))
    .toSorted((a, b) => firstBar(a) - firstBar(b));
}

const firstBar = ({ predictions, labels }: Finding): number => Math.min(...[...predictions, ...labels].map(({ start }) => start));

/**
 * No pair: missed or a false alarm. Else any of these: the directions of the pair are known and differ; several labels:
 * merged; several predictions: split; a pair by itself: each edge that lies further off than the tolerance and than the
 * label's own uncertainty there. None of these: agreed.
 */
function typesOf({ pair, predictions, labels }: SpanGroup<ReviewPrediction, ReviewLabel>, tolerance: number): readonly FindingType[] {
  if (pair === null) return [labels.length > 0 ? 'missed' : 'false-alarm'];
  const types: FindingType[] = [];
  if (differ(pair)) types.push('wrong-direction');
  if (labels.length > 1) types.push('merged');
  if (predictions.length > 1) types.push('split');
  if (labels.length === 1 && predictions.length === 1) types.push(...edgeTypes(pair, tolerance));
  return types.length === 0 ? ['agreed'] : types;
}

const differ = ([prediction, label]: readonly [ReviewPrediction, ReviewLabel]): boolean =>
  prediction.direction !== null && label.direction !== null && prediction.direction !== label.direction;

function edgeTypes([prediction, label]: readonly [ReviewPrediction, ReviewLabel], tolerance: number): readonly FindingType[] {
  const types: FindingType[] = [];
  const [startError, endError] = [prediction.start - label.start, prediction.end - label.end];
  if (Math.abs(startError) > Math.max(tolerance, label.startUncertainty)) types.push(startError < 0 ? 'early-start' : 'late-start');
  if (Math.abs(endError) > Math.max(tolerance, label.endUncertainty)) types.push(endError < 0 ? 'early-end' : 'late-end');
  return types;
}

function measure([prediction, label]: readonly [ReviewPrediction, ReviewLabel]): MatchedPair {
  return { prediction, label, iou: overlapOverUnion(prediction, label), startError: prediction.start - label.start, endError: prediction.end - label.end };
}

/**
 * The score of the surest prediction, which is its mean probability. Of a missed label 1 minus the highest probability within it:
 * a single bar that the run takes for a span speaks for the label, so the run is only as sure that nothing is there as
 * of that bar.
 */
function howSure({ predictions, labels }: SpanGroup<ReviewPrediction, ReviewLabel>, probability: Float32Array): number {
  if (predictions.length > 0) return Math.max(...predictions.map(({ score }) => score));
  return 1 - probability.subarray(labels[0].start, labels[0].end + 1).reduce((most, value) => Math.max(most, value), 0);
}
