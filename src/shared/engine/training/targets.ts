import type { TrainConfig } from '../../domain/train-config.ts';
import type { SpanType } from '../../domain/span.ts';
import { softMask } from '../../labels/soft-mask.ts';
import type { WindowSpan } from './window-data.ts';

/** Beyond this many bars, near and far are the same. Source: moola. */
const COUNTDOWN_LIMIT = 20;

const CLASS_INDEX: Readonly<Record<SpanType, number>> = { consolidation: 0, retracement: 1 };

/** What one window teaches, T bars long. */
export interface WindowTargets {
  /** [T], in [0, 1]: the mask of all its spans. */
  readonly mask: Float32Array;
  /** [T], in [0, 1]: the same with each span as high as its own confidence; where spans overlap the larger. */
  readonly heights: Float32Array;
  /** [T]: bars until the start of its span, clipped to +-20; zeros unless it holds exactly one. */
  readonly countdown: Float32Array;
  /** Centre (s + e) / 2 / T and length (e - s) / T of its span; zeros unless it holds exactly one. */
  readonly pointers: readonly [number, number];
  /** Class index of its span; -1 where unknown or unless it holds exactly one. */
  readonly type: number;
  /** Mean of its spans; 1 without a span, because a reviewed window is sure to hold none. */
  readonly confidence: number;
}

export function windowTargets(spans: readonly WindowSpan[], length: number, maskTarget: TrainConfig['maskTarget']): WindowTargets {
  const maskOf = maskTarget === 'soft' ? softMask : binaryMask;
  const mask = Float32Array.from(maskOf(spans, length));
  const heights = new Float32Array(length);
  for (const span of spans) maskOf([span], length).forEach((value, t) => (heights[t] = Math.max(heights[t], value * span.confidence)));
  const confidence = spans.length === 0 ? 1 : spans.reduce((sum, span) => sum + span.confidence, 0) / spans.length;
  const [only] = spans;
  if (spans.length !== 1) return { mask, heights, countdown: new Float32Array(length), pointers: [0, 0], type: -1, confidence };
  return {
    mask,
    heights,
    countdown: Float32Array.from({ length }, (_, t) => Math.max(-COUNTDOWN_LIMIT, Math.min(COUNTDOWN_LIMIT, only.start - t))),
    pointers: [(only.start + only.end) / 2 / length, (only.end - only.start) / length],
    type: only.type === null ? -1 : CLASS_INDEX[only.type],
    confidence,
  };
}

/** 1 in a span: what every figure is judged against. [length] */
export function binaryMask(spans: readonly Pick<WindowSpan, 'start' | 'end'>[], length: number): Uint8Array {
  const mask = new Uint8Array(length);
  for (const { start, end } of spans) mask.fill(1, start, end + 1);
  return mask;
}
