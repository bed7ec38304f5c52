import { softMask, type MaskedSpan } from '../../../../shared/labels/soft-mask.ts';

export interface SureSpan extends MaskedSpan {
  readonly confidence: number;
}

export interface TargetMask {
  /** What training makes of the spans, with the very function that it uses. [length] */
  readonly mask: Float32Array;
  /** The same with each span as high as its confidence, of overlapping ones the larger. [length] */
  readonly heights: Float32Array;
}

/** The target of `length` bars. Only the bars around each span are looked at, so that many spans cost no more than their own bars. */
export function maskOfSpans(spans: readonly SureSpan[], length: number): TargetMask {
  const heights = new Float32Array(length);
  for (const span of spans) {
    const from = Math.max(0, Math.floor(span.start - span.startUncertainty) - 1);
    const to = Math.min(length, Math.ceil(span.end + span.endUncertainty) + 2);
    const alone = softMask([{ ...span, start: span.start - from, end: span.end - from }], Math.max(0, to - from));
    alone.forEach((value, i) => (heights[from + i] = Math.max(heights[from + i], value * span.confidence)));
  }
  return { mask: softMask(spans, length), heights };
}
