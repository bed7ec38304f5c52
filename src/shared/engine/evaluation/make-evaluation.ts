import type { Evaluation } from '../../domain/evaluation.ts';
import type { SplitPart } from '../../domain/window.ts';
import { barScores } from './bar-scores.ts';
import { bestThreshold } from './best-threshold.ts';
import { macroF1 } from './macro-f1.ts';
import { positionPrior, repeatPrior } from './position-prior.ts';
import { separation } from './separation.ts';

/** Windows of one part with what a model says of them. probability, target: [windows * length], target 1 in a span. */
export interface JudgedPart {
  readonly part: SplitPart;
  readonly length: number;
  readonly spans: number;
  readonly probability: Float32Array;
  readonly target: Uint8Array;
}

/** What was decided without looking at the part that is judged. */
export interface Reference {
  /** Chosen on the validation part. */
  readonly threshold: number;
  /** [length]: how often training windows are labelled at each position. */
  readonly prior: Float32Array;
  /** Of the prior, chosen on the validation part. */
  readonly priorThreshold: number;
}

/** Where there is no validation part to choose on. */
const UNTUNED = 0.5;

/** Thresholds from the validation part, the position prior from the training part; either may hold no window. */
export function makeReference(train: Pick<JudgedPart, 'target' | 'length'>, val: Pick<JudgedPart, 'probability' | 'target'>): Reference {
  const prior = positionPrior(train.target, train.length);
  if (val.target.length === 0) return { threshold: UNTUNED, prior, priorThreshold: UNTUNED };
  const priorOverVal = repeatPrior(prior, val.target.length / train.length);
  return {
    threshold: bestThreshold(val.probability, val.target).threshold,
    prior,
    priorThreshold: bestThreshold(priorOverVal, val.target).threshold,
  };
}

/** The figures of one part. */
export function makeEvaluation(judged: JudgedPart, { threshold, prior, priorThreshold }: Reference): Evaluation {
  const { part, length, spans, probability, target } = judged;
  const windows = target.length / length;
  return {
    part,
    windows,
    spans,
    bar: {
      at05: barScores(probability, target, 0.5),
      best: { ...barScores(probability, target, threshold), threshold },
      macroF1At05: macroF1(probability, target, length, 0.5),
    },
    separation: separation(probability, target),
    positionPrior: { ...barScores(repeatPrior(prior, windows), target, priorThreshold), threshold: priorThreshold },
  };
}
