import { edgesWithin, matchSpans, reachesIou, type Segment } from '../match-spans.ts';
import type { DecodedSpan } from '../decoding/decoded-span.ts';
import { mean, ratio, totalSums, type WindowSums } from './window-sums.ts';

const NAMES = ['f1Iou30', 'f1Iou50', 'f1Iou70', 'precisionIou50', 'recallIou50', 'hit1', 'hit3', 'startError', 'endError', 'startAbsolute', 'endAbsolute'] as const;
type SpanFigure = (typeof NAMES)[number];

const WIDTH = 11;

/** Decoded and labelled spans of each window, counted in its bars. */
export function spanSums(decoded: readonly (readonly DecodedSpan[])[], labelled: readonly (readonly Segment[])[]): WindowSums<SpanFigure> {
  const rows = new Float64Array(labelled.length * WIDTH);
  labelled.forEach((spans, n) => rows.set(rowOf(decoded[n], spans), n * WIDTH));
  return { names: NAMES, width: WIDTH, rows, figuresOf };
}

/** [labelled, decoded, pairs by IoU 0.3, 0.5 and 0.7, by edges within 1 and 3 bars, and the four sums of errors] */
function rowOf(decoded: readonly DecodedSpan[], labelled: readonly Segment[]): readonly number[] {
  const pairs = matchSpans(decoded, labelled, reachesIou(0.5));
  const errors = pairs.map(([{ start, end }, label]) => [start - label.start, end - label.end]);
  const sum = (edge: 0 | 1, of: (error: number) => number): number => errors.reduce((total, error) => total + of(error[edge]), 0);
  const count = (mayPair: (a: Segment, b: Segment) => boolean): number => matchSpans(decoded, labelled, mayPair).length;
  const signed = (error: number): number => error;
  return [
    labelled.length,
    decoded.length,
    count(reachesIou(0.3)),
    pairs.length,
    count(reachesIou(0.7)),
    count(edgesWithin(1)),
    count(edgesWithin(3)),
    sum(0, signed),
    sum(1, signed),
    sum(0, Math.abs),
    sum(1, Math.abs),
  ];
}

function figuresOf(sums: ArrayLike<number>): readonly number[] {
  const [labelled, decoded, iou30, iou50, iou70, hit1, hit3, ...errors] = Array.from(sums);
  const f1 = (pairs: number): number => ratio(2 * pairs, labelled + decoded);
  return [
    f1(iou30),
    f1(iou50),
    f1(iou70),
    ratio(iou50, decoded),
    ratio(iou50, labelled),
    ratio(hit1, labelled),
    ratio(hit3, labelled),
    ...errors.map((error) => mean(error, iou50)),
  ];
}

/** Decoded spans, and pairs of IoU 0.5, of all windows. */
export function countSpans(sums: WindowSums<SpanFigure>): { readonly decoded: number; readonly matched: number } {
  const [, decoded, , matched] = totalSums(sums);
  return { decoded, matched };
}
