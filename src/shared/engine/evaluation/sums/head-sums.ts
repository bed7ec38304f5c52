import { SPAN_TYPES } from '../../../domain/span.ts';
import type { WindowHeads } from '../../../domain/window-heads.ts';
import { onlySpan, type LabelledSpan } from '../labelled-span.ts';
import { mean, ratio, type WindowSums } from './window-sums.ts';

/** What the heads of N windows of `length` bars say, and the labels of each. */
export interface JudgedHeads {
  readonly length: number;
  readonly labels: readonly (readonly LabelledSpan[])[];
  readonly heads: Pick<WindowHeads, 'type' | 'pointers' | 'countdown'>;
}

const POINTER_NAMES = ['centreError', 'centreAbsolute', 'lengthError', 'lengthAbsolute'] as const;

/** Errors in bars of centre (start + end) / 2 and length end - start. */
export function pointerSums({ length, labels, heads }: JudgedHeads): WindowSums<(typeof POINTER_NAMES)[number]> {
  const rows = ofOneSpan(labels, 5, ({ start, end }, n) => {
    const centre = heads.pointers[2 * n] * length - (start + end) / 2;
    const size = heads.pointers[2 * n + 1] * length - (end - start);
    return [1, centre, Math.abs(centre), size, Math.abs(size)];
  });
  return { names: POINTER_NAMES, width: 5, rows, figuresOf: (sums) => [1, 2, 3, 4].map((k) => mean(sums[k], sums[0])) };
}

/** Beyond so many bars, near and far are the same, as they are to who learns it. */
const COUNTDOWN_LIMIT = 20;
const COUNTDOWN_NAMES = ['error', 'absolute'] as const;

/** Errors in bars of the bars until the span starts. */
export function countdownSums({ length, labels, heads }: JudgedHeads): WindowSums<(typeof COUNTDOWN_NAMES)[number]> {
  const rows = ofOneSpan(labels, 3, ({ start }, n) => {
    let [error, absolute] = [0, 0];
    for (let t = 0; t < length; t++) {
      const target = Math.max(-COUNTDOWN_LIMIT, Math.min(COUNTDOWN_LIMIT, start - t));
      error += (heads.countdown[n * length + t] - target) / length;
      absolute += Math.abs(heads.countdown[n * length + t] - target) / length;
    }
    return [1, error, absolute];
  });
  return { names: COUNTDOWN_NAMES, width: 3, rows, figuresOf: (sums) => [mean(sums[1], sums[0]), mean(sums[2], sums[0])] };
}

const TYPE_NAMES = ['accuracy', 'macroF1'] as const;
/** The classes in the order of SPAN_TYPES, and what is none of them. */
const CLASSES = 3;

/** Each window adds one to its place in the table [labelled type, predicted class]. */
export function typeSums({ labels, heads }: JudgedHeads): WindowSums<(typeof TYPE_NAMES)[number]> {
  const width = SPAN_TYPES.length * CLASSES;
  const rows = ofOneSpan(labels, width, ({ type }, n) => {
    const table = new Array<number>(width).fill(0);
    if (type !== null) table[SPAN_TYPES.indexOf(type) * CLASSES + largest(heads.type.subarray(n * CLASSES, (n + 1) * CLASSES))] = 1;
    return table;
  });
  return { names: TYPE_NAMES, width, rows, figuresOf: typeFigures };
}

function typeFigures(table: ArrayLike<number>): readonly number[] {
  const windows = Array.from(table).reduce((sum, count) => sum + count, 0);
  const right = SPAN_TYPES.map((_, type) => table[type * CLASSES + type]);
  const labelled = SPAN_TYPES.map((_, type) => table[type * CLASSES] + table[type * CLASSES + 1] + table[type * CLASSES + 2]);
  const predicted = SPAN_TYPES.map((_, type) => SPAN_TYPES.reduce((sum, _type, label) => sum + table[label * CLASSES + type], 0));
  const seen = SPAN_TYPES.map((_, type) => type).filter((type) => labelled[type] + predicted[type] > 0);
  const f1 = seen.reduce((sum, type) => sum + ratio(2 * right[type], labelled[type] + predicted[type]), 0);
  return [mean(right.reduce((sum, count) => sum + count, 0), windows), mean(f1, seen.length)];
}

function largest(values: Float32Array): number {
  return values.reduce((best, value, i) => (value > values[best] ? i : best), 0);
}

/** Rows of the windows that hold exactly one span; zeros of the others. */
function ofOneSpan(labels: readonly (readonly LabelledSpan[])[], width: number, row: (span: LabelledSpan, n: number) => readonly number[]): Float64Array {
  const rows = new Float64Array(labels.length * width);
  labels.forEach((spans, n) => {
    const span = onlySpan(spans);
    if (span !== null) rows.set(row(span, n), n * width);
  });
  return rows;
}
