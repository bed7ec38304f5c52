import { PLAIN_SHAPE, USUAL_DYNAMIC, USUAL_SPAN_COST, type DecoderName, type DecodingConfig, type SpanShape } from '../../../domain/decoding.ts';
import { bestThreshold } from '../best-threshold.ts';

/** Predicted bars as multiples of labelled ones: thresholds that give so many fit probabilities of any scale. */
const MASSES = [0.25, 0.5, 0.7, 0.85, 1, 1.2, 1.5, 2, 3] as const;
const STRONG_MASSES = [0.25, 0.5, 0.85, 1.2] as const;
const WEAK_MASSES = [1, 1.5, 2, 3] as const;
const SPAN_COSTS = [USUAL_SPAN_COST, 0, 1, 2.5, 7, 10] as const;

/** From the plainest on. */
export const SHAPES: readonly SpanShape[] = [0, 1, 2].flatMap((mergeGap) => [1, 2, 3, 4].map((minimumLength) => ({ mergeGap, minimumLength })));

/**
 * What is tried for a decoder, apart from the shape of spans; the first of equally good ones is taken. probability, target: of the windows that
 * are chosen on, [n].
 */
export function decodingCandidates(decoder: DecoderName, probability: Float32Array, target: Uint8Array): readonly DecodingConfig[] {
  switch (decoder) {
    case 'threshold':
    case 'posterior':
      return [bestThreshold(probability, target).threshold, 0.5, ...thresholdsOf(MASSES, probability, target)].map((threshold) => ({ decoder, threshold, ...PLAIN_SHAPE }));
    case 'hysteresis':
      return pairsOf(thresholdsOf(STRONG_MASSES, probability, target), thresholdsOf(WEAK_MASSES, probability, target)).map(([high, low]) => ({ decoder, high, low, ...PLAIN_SHAPE }));
    case 'dynamic':
      return SPAN_COSTS.map((spanCost) => ({ decoder, spanCost, ...PLAIN_SHAPE }));
    case 'viterbi':
      return [{ decoder, ...PLAIN_SHAPE }];
  }
}

/** Thresholds that mark so many times as many bars as are labelled. */
function thresholdsOf(masses: readonly number[], probability: Float32Array, target: Uint8Array): readonly number[] {
  const ascending = probability.toSorted();
  const labelled = target.reduce((sum, value) => sum + value, 0);
  return masses.map((mass) => ascending[Math.max(0, Math.min(ascending.length - 1, ascending.length - Math.round(mass * labelled)))]);
}

function pairsOf(highs: readonly number[], lows: readonly number[]): readonly (readonly [high: number, low: number])[] {
  return highs.flatMap((high) => lows.filter((low) => low < high).map((low) => [high, low] as const));
}

/** What can be fixed for a decoder before any window is looked at; null: its thresholds mean nothing before. */
export function fixedDecoding(decoder: DecoderName): DecodingConfig | null {
  switch (decoder) {
    case 'threshold':
    case 'posterior':
      return { decoder, threshold: 0.5, ...PLAIN_SHAPE };
    case 'dynamic':
      return USUAL_DYNAMIC;
    case 'viterbi':
      return { decoder, ...PLAIN_SHAPE };
    case 'hysteresis':
      return null;
  }
}
