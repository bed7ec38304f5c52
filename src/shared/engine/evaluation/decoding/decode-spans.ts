import { ExpanseError } from '../../../contract/errors.ts';
import type { DecodingConfig } from '../../../domain/decoding.ts';
import { runsOfBars } from '../../../domain/runs-of-bars.ts';
import type { SequenceHeads } from '../../../domain/window-heads.ts';
import type { Segment } from '../match-spans.ts';
import type { DecodedSpan } from './decoded-span.ts';
import { dynamicSpans } from './dynamic-spans.ts';
import { hysteresisSpans } from './hysteresis-spans.ts';
import { shapeSpans } from './shape-spans.ts';
import { tagSpans } from './tag-spans.ts';

/** What a model says of one window: [T] each. */
export interface DecodableWindow {
  readonly probability: Float32Array;
  /** null: the model is none of sequences. */
  readonly sequence: SequenceHeads | null;
}

/**
 * The spans of a window, in order, each scored by the mean probability of its bars. Throws ExpanseError 'invalid-input' where
 * a model that is none of sequences is to be decoded as one.
 */
export function decodeSpans(config: DecodingConfig, window: DecodableWindow): readonly DecodedSpan[] {
  return withScores(shapeSpans(rawSpans(config, window), config), judgedProbability(config, window));
}

/** Before spans are joined and dropped. */
export function rawSpans(config: DecodingConfig, window: DecodableWindow): readonly Segment[] {
  const probability = judgedProbability(config, window);
  switch (config.decoder) {
    case 'threshold':
    case 'posterior':
      return runsOfBars(probability.length, (t) => probability[t] >= config.threshold);
    case 'hysteresis':
      return hysteresisSpans(probability, config.high, config.low);
    case 'dynamic':
      return dynamicSpans(probability, config.spanCost);
    case 'viterbi':
      return tagSpans(requireSequence(window).tags);
  }
}

/** The exact posterior of a model of sequences, but for the decoder that takes the run's own probability as it is. */
export function judgedProbability({ decoder }: Pick<DecodingConfig, 'decoder'>, window: DecodableWindow): Float32Array {
  if (decoder === 'posterior') return requireSequence(window).posterior;
  return decoder === 'threshold' ? window.probability : (window.sequence?.posterior ?? window.probability);
}

export function withScores(spans: readonly Segment[], probability: Float32Array): readonly DecodedSpan[] {
  return spans.map(({ start, end }) => {
    let sum = 0;
    for (let t = start; t <= end; t++) sum += probability[t];
    return { start, end, score: sum / (end - start + 1) };
  });
}

function requireSequence({ sequence }: DecodableWindow): SequenceHeads {
  if (sequence !== null) return sequence;
  throw new ExpanseError('invalid-input', 'Only a run of mode crf or segments has a sequence to decode.', 'Choose the decoder threshold, hysteresis or dynamic.');
}
