/** A span within a window: bars from its first, both ends included; the uncertainty of each edge in bars. */
export interface MaskedSpan {
  readonly start: number;
  readonly end: number;
  readonly startUncertainty: number;
  readonly endUncertainty: number;
}

/**
 * The per-bar target of a window, in [0, 1]. Bar i of a span [s, e] with uncertainties u, v gets
 * min(clamp(1/2 + (i - s + 1/2) / (2u + 1)), clamp(1/2 + (e - i + 1/2) / (2v + 1))); of overlapping spans the maximum.
 * Without uncertainty it is the 0/1 mask, and with any it exceeds one half exactly within the spans. [length]
 */
export function softMask(spans: readonly MaskedSpan[], length: number): Float32Array {
  const mask = new Float32Array(length);
  for (const span of spans) {
    // Beyond its uncertainty an edge gives 0.
    const first = Math.max(0, Math.floor(span.start - span.startUncertainty) - 1);
    const last = Math.min(length - 1, Math.ceil(span.end + span.endUncertainty) + 1);
    for (let i = first; i <= last; i++) mask[i] = Math.max(mask[i], heightOf(span, i));
  }
  return mask;
}

function heightOf({ start, end, startUncertainty, endUncertainty }: MaskedSpan, i: number): number {
  return Math.min(risingEdge(i - start, startUncertainty), risingEdge(end - i, endUncertainty));
}

/** `inside`: bars from the edge into the span. */
function risingEdge(inside: number, uncertainty: number): number {
  return Math.min(1, Math.max(0, 0.5 + (inside + 0.5) / (2 * uncertainty + 1)));
}
