import type { LabelledSpan } from './labelled-span.ts';
import type { JudgedPart } from './judged-part.ts';
import { matchSpans, reachesIou, type Segment } from './match-spans.ts';
import { mean, totalSums, type WindowSums } from './sums/window-sums.ts';

const NAMES = ['barF1', 'spanF1'] as const;
const WIDTH = 6;

/**
 * How far the labels of overlapping windows agree on the bars that both hold, each pair entered at its earlier window: F1 is
 * the same whichever labelling is taken as the other's prediction. Spans are compared where both windows hold them whole.
 */
export function repeatSums({ length, labels, places }: Pick<JudgedPart, 'length' | 'labels' | 'places'>): WindowSums<(typeof NAMES)[number]> {
  const rows = new Float64Array(labels.length * WIDTH);
  const order = places.map((_, n) => n).sort((a, b) => places[a].series - places[b].series || places[a].fromIndex - places[b].fromIndex || a - b);
  order.forEach((first, k) => {
    for (let next = k + 1; next < order.length; next++) {
      const second = order[next];
      const shift = places[second].fromIndex - places[first].fromIndex;
      if (places[second].series !== places[first].series || shift >= length) break;
      addPair(rows, first * WIDTH, labels[first], shifted(labels[second], shift), { start: shift, end: length - 1 });
    }
  });
  return { names: NAMES, width: WIDTH, rows, figuresOf };
}

/** row: [pairs, bars, bars that both label, bars that one labels, spans of both, twice the matched ones] */
function addPair(rows: Float64Array, at: number, a: readonly Segment[], b: readonly Segment[], shared: Segment): void {
  let [both, one] = [0, 0];
  for (let t = shared.start; t <= shared.end; t++) {
    const [inA, inB] = [holds(a, t), holds(b, t)];
    if (inA && inB) both++;
    else if (inA || inB) one++;
  }
  const [wholeA, wholeB] = [a, b].map((spans) => spans.filter(({ start, end }) => start >= shared.start && end <= shared.end));
  const pairs = matchSpans(wholeA.map((span) => ({ ...span, score: 1 })), wholeB, reachesIou(0.5)).length;
  const row = [1, shared.end - shared.start + 1, both, one, wholeA.length + wholeB.length, 2 * pairs];
  row.forEach((value, k) => (rows[at + k] += value));
}

function figuresOf(sums: ArrayLike<number>): readonly number[] {
  const [, , both, one, spans, matched] = Array.from(sums);
  return [mean(2 * both, 2 * both + one), mean(matched, spans)];
}

/** Pairs of windows, the bars that both hold, and the spans that both hold whole. */
export function countRepeats(sums: WindowSums): { readonly pairs: number; readonly bars: number; readonly spans: number } {
  const [pairs, bars, , , spans] = totalSums(sums);
  return { pairs, bars, spans };
}

const holds = (spans: readonly Segment[], t: number): boolean => spans.some(({ start, end }) => t >= start && t <= end);
const shifted = (spans: readonly LabelledSpan[], by: number): readonly Segment[] => spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
