import type { SpanScore } from '../../domain/evaluation.ts';
import type { FigureSheet } from './figure-sheet.ts';
import type { LabelledSpan } from './labelled-span.ts';
import { countSpans, spanSums } from './sums/span-sums.ts';
import type { DecodedSpan } from './decoding/decoded-span.ts';

/** Enters the figures of decoded spans below a path, and answers them. */
export function enterSpans(sheet: FigureSheet, path: string, decoded: readonly (readonly DecodedSpan[])[], labels: readonly (readonly LabelledSpan[])[]): SpanScore {
  const sums = spanSums(decoded, labels);
  const { startError, endError, startAbsolute, endAbsolute, ...shares } = sheet.addSums(path, sums);
  return {
    ...shares,
    startError: orNull(startError),
    endError: orNull(endError),
    startAbsolute: orNull(startAbsolute),
    endAbsolute: orNull(endAbsolute),
    ...countSpans(sums),
  };
}

export const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
