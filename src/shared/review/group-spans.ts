import { matchSpans, overlapOverUnion, reachesIou, type Segment } from '../engine/evaluation/match-spans.ts';

type Decoded = Segment & { readonly score: number };

/** Predictions and labels that have to do with each other. In order of time; at least one of either. */
export interface SpanGroup<Prediction, Label> {
  /** Matched one to one; null: nothing meets. */
  readonly pair: readonly [Prediction, Label] | null;
  /** That of the pair, and further ones that meet its label. */
  readonly predictions: readonly Prediction[];
  /** That of the pair, and further ones that meet its prediction. */
  readonly labels: readonly Label[];
}

/** A span as the evaluation counts it as found. */
const FOUND = reachesIou(0.5);

/**
 * Two spans meet where they share at least half of the bars of the shorter one. Which is the prediction does not matter. All
 * that the evaluation counts as found (IoU 0.5) meets, and so does a short span within a long one.
 */
export function meets(a: Segment, b: Segment): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start) + 1;
  return shared > 0 && 2 * shared >= Math.min(a.end - a.start, b.end - b.start) + 1;
}

/**
 * Divides the predictions and labels of a window into groups; each is in exactly one. First the pairs that the evaluation finds
 * (one to one, the highest score first, IoU 0.5), then pairs of those left that meet, in the same manner. A prediction
 * that still has none joins the pair of the label that it meets and overlaps most (IoU), a label that of such a prediction;
 * that pair exists, because two that meet do not both stay single. What meets nothing is a group by itself.
 */
export function groupSpans<Prediction extends Decoded, Label extends Segment>(
  predictions: readonly Prediction[],
  labels: readonly Label[],
): readonly SpanGroup<Prediction, Label>[] {
  const pairs = findPairs(predictions, labels);
  const groupOfPrediction = new Map(pairs.map(([prediction], n) => [prediction, n]));
  const groupOfLabel = new Map(pairs.map(([, label], n) => [label, n]));
  const groups = pairs.map((pair) => ({ pair, predictions: [pair[0]], labels: [pair[1]] }));
  const alone: SpanGroup<Prediction, Label>[] = [];
  for (const prediction of predictions) {
    if (groupOfPrediction.has(prediction)) continue;
    const label = closest(prediction, labels);
    if (label === null) alone.push({ pair: null, predictions: [prediction], labels: [] });
    else groups[groupOfLabel.get(label)!].predictions.push(prediction);
  }
  for (const label of labels) {
    if (groupOfLabel.has(label)) continue;
    const prediction = closest(label, predictions);
    if (prediction === null) alone.push({ pair: null, predictions: [], labels: [label] });
    else groups[groupOfPrediction.get(prediction)!].labels.push(label);
  }
  return [...groups.map((group) => ({ ...group, predictions: inTime(group.predictions), labels: inTime(group.labels) })), ...alone];
}

function findPairs<Prediction extends Decoded, Label extends Segment>(
  predictions: readonly Prediction[],
  labels: readonly Label[],
): readonly (readonly [Prediction, Label])[] {
  const found = matchSpans(predictions, labels, FOUND);
  const taken = new Set<Segment>(found.flat());
  const isLeft = (span: Segment): boolean => !taken.has(span);
  return [...found, ...matchSpans(predictions.filter(isLeft), labels.filter(isLeft), meets)];
}

/** Of those that it meets, the one that it overlaps most; of equal ones the first. null: it meets none. */
function closest<Other extends Segment>(span: Segment, others: readonly Other[]): Other | null {
  const met = others.filter((other) => meets(span, other));
  return met.reduce<Other | null>((best, other) => (best === null || overlapOverUnion(span, other) > overlapOverUnion(span, best) ? other : best), null);
}

const inTime = <Span extends Segment>(spans: readonly Span[]): readonly Span[] => spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
