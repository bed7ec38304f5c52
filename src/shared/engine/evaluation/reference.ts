import type { DecoderName, DecodingConfig } from '../../domain/decoding.ts';
import type { SpanMode } from '../../domain/train-config.ts';
import { bestThreshold } from './best-threshold.ts';
import { chooseDecoding } from './decoding/choose-decoding.ts';
import { windowsOf, type JudgedPart } from './judged-part.ts';
import { positionPrior, repeatPrior } from './position-prior.ts';

/** `together`: the mean of what several models say of bars, whatever their modes. */
export type JudgedMode = SpanMode | 'together';

const OF_PROBABILITIES: readonly DecoderName[] = ['threshold', 'hysteresis', 'dynamic'];

/** What the model of each mode can be decoded by. */
const DECODERS: Readonly<Record<JudgedMode, readonly DecoderName[]>> = {
  soft: OF_PROBABILITIES,
  together: OF_PROBABILITIES,
  crf: ['viterbi', 'posterior', 'hysteresis', 'dynamic'],
  segments: ['viterbi', 'posterior', 'hysteresis', 'dynamic'],
};

/** What was decided without looking at the part that is judged. */
export interface Reference {
  /** Chosen on the validation part. */
  readonly threshold: number;
  /** [T]: how often training windows are labelled at each position. */
  readonly prior: Float32Array;
  /** Of the prior, chosen on the validation part. */
  readonly priorThreshold: number;
  /** In average true ranges, chosen on the training part. */
  readonly displacementThreshold: number;
  /** What the run's decoders were found to do best with on the validation part; empty where nothing validates. */
  readonly decodings: readonly DecodingConfig[];
}

/** Where there is no validation part to choose on. */
const UNTUNED = 0.5;

/** Either part may hold no window. */
export function makeReference(mode: JudgedMode, train: Pick<JudgedPart, 'target' | 'length' | 'displacement'>, val: JudgedPart): Reference {
  const prior = positionPrior(train.target, train.length);
  const displacementThreshold = bestThreshold(train.displacement, train.target).threshold;
  if (val.target.length === 0) return { threshold: UNTUNED, prior, priorThreshold: UNTUNED, displacementThreshold, decodings: [] };
  const priorOverVal = repeatPrior(prior, val.target.length / train.length);
  return {
    threshold: bestThreshold(val.probability, val.target).threshold,
    prior,
    priorThreshold: bestThreshold(priorOverVal, val.target).threshold,
    displacementThreshold,
    decodings: chosenDecodings(mode, val),
  };
}

function chosenDecodings(mode: JudgedMode, val: JudgedPart): readonly DecodingConfig[] {
  const tuning = { windows: windowsOf(val), labels: val.labels, target: val.target };
  return usableDecoders(mode, val).flatMap((decoder) => chooseDecoding(decoder, tuning) ?? []);
}

/** A model of sequences whose sequences were not kept is decoded by its probabilities. */
export function usableDecoders(mode: JudgedMode, { heads }: Pick<JudgedPart, 'heads'>): readonly DecoderName[] {
  return heads?.sequence ? DECODERS[mode] : OF_PROBABILITIES;
}
