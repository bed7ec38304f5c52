import type { SplitPart } from '../../domain/window.ts';
import type { WindowHeads } from '../../domain/window-heads.ts';
import type { DecodableWindow } from './decoding/decode-spans.ts';
import type { LabelledSpan } from './labelled-span.ts';

/** The N windows of one part, T bars each, with what a model says of them and what else judges it. */
export interface JudgedPart {
  readonly part: SplitPart;
  /** T. */
  readonly length: number;
  readonly labels: readonly (readonly LabelledSpan[])[];
  /** [N,T], 1 in a span. */
  readonly target: Uint8Array;
  /** [N,T] */
  readonly probability: Float32Array;
  /** Of all windows; null: not known of every one of them. */
  readonly heads: WindowHeads | null;
  /** [N,T], how far the liveliest stretch that holds the bar moves, in average true ranges. */
  readonly displacement: Float32Array;
  readonly places: readonly WindowPlace[];
}

/** Where a window lies. */
export interface WindowPlace {
  readonly series: number;
  /** Index of its first bar in the series. */
  readonly fromIndex: number;
  /** Trading day, in any notation that is one for one day. */
  readonly day: string;
}

/** Each window by itself, as views. */
export function windowsOf({ length, probability, heads }: JudgedPart): readonly DecodableWindow[] {
  const sequence = heads?.sequence ?? null;
  return Array.from({ length: probability.length / length }, (_, n) => {
    const [from, to] = [n * length, (n + 1) * length];
    return {
      probability: probability.subarray(from, to),
      sequence: sequence && { tags: sequence.tags.subarray(from, to), posterior: sequence.posterior.subarray(from, to) },
    };
  });
}
