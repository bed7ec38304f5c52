import type { DecodingChoice, DecodingConfig } from './decoding.ts';
import type { SplitPart } from './window.ts';

/** NaN never appears: an undefined ratio is 0. */
export interface BarScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ThresholdScore extends BarScore {
  readonly threshold: number;
}

/** Mean probability of bars in a span, outside of spans, and their difference. */
export interface Separation {
  readonly inMean: number;
  readonly outMean: number;
  readonly separation: number;
}

/** Low and high end of the 95 % bootstrap interval. */
export type Interval = readonly [low: number, high: number];

/** By the dotted path of the figure within its block, such as `bar.at05.f1`. A figure that most resamples leave undefined has none. */
export type Intervals = Readonly<Record<string, Interval>>;

/**
 * Decoded spans against labelled ones, matched one to one within a window, the highest score first. F1 counts pairs whose
 * overlap over union (IoU, in bars) is at least so large; `hit1` and `hit3`: share of labelled spans that a decoded one meets
 * with both edges within so many bars. Errors are in bars, decoded minus labelled, over pairs of IoU 0.5 and more; null
 * where there is no such pair.
 */
export interface SpanScore {
  readonly f1Iou30: number;
  readonly f1Iou50: number;
  readonly f1Iou70: number;
  readonly precisionIou50: number;
  readonly recallIou50: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly startError: number | null;
  readonly endError: number | null;
  /** Means of their absolute values. */
  readonly startAbsolute: number | null;
  readonly endAbsolute: number | null;
  /** Decoded spans, and pairs of IoU 0.5 and more. */
  readonly decoded: number;
  readonly matched: number;
}

/** Over windows that hold exactly one span. Errors are in bars, predicted minus labelled. */
export interface PointerScore {
  readonly windows: number;
  readonly centreError: number;
  readonly centreAbsolute: number;
  readonly lengthError: number;
  readonly lengthAbsolute: number;
}

/** Over windows that hold exactly one span of a known type. `macroF1`: mean over the types that are labelled or predicted. */
export interface TypeScore {
  readonly windows: number;
  readonly accuracy: number;
  readonly macroF1: number;
}

/** Over the bars of windows that hold exactly one span, targets clipped to +-20 bars. Errors are in bars, predicted minus labelled. */
export interface CountdownScore {
  readonly windows: number;
  readonly error: number;
  readonly absolute: number;
}

/** What one way to decode makes of the run. */
export interface DecoderScore {
  /** Of the decoder and of how it was chosen, for example `dynamic.fixed`; there is one of a name in an evaluation. */
  readonly name: string;
  readonly config: DecodingConfig;
  readonly choice: DecodingChoice;
  /** Of the bars within decoded spans. */
  readonly bar: BarScore;
  readonly span: SpanScore;
  readonly ci: Intervals;
}

/** `noDifference`: the interval holds 0. */
export type Verdict = 'better' | 'worse' | 'noDifference';

/** Of a figure between two predictors on the same windows, by the same resamples. */
export interface PairedDifference {
  readonly difference: number;
  readonly interval: Interval;
  readonly verdict: Verdict;
}

/**
 * `positionPrior`: how often training windows are labelled at each position, no bar looked at. `allPositive`: every bar.
 * `displacement`: a stretch of bars that moves by so many average true ranges (ATR).
 */
export type BaselineName = 'positionPrior' | 'allPositive' | 'displacement';

/** What a predictor scores that learns nothing of bars. */
export interface Baseline {
  readonly name: BaselineName;
  /** In the unit of its score, chosen on `chosenOn`; null: it has none. */
  readonly threshold: number | null;
  readonly chosenOn: 'train' | 'val' | null;
  readonly bar: BarScore;
  readonly span: SpanScore;
  readonly ci: Intervals;
  /** Run minus baseline: of the F1 of bars, each at its chosen threshold, and of the span F1 at IoU 0.5. */
  readonly gain: { readonly bar: PairedDifference | null; readonly span: PairedDifference | null };
}

/** How far two labellings of the same bars agree, where windows overlap: no model can be asked for more. */
export interface RepeatAgreement {
  /** Pairs of overlapping windows, bars and spans that both hold whole. */
  readonly pairs: number;
  readonly bars: number;
  readonly spans: number;
  /** Of bars, and of spans at IoU 0.5, one labelling taken as the prediction of the other. */
  readonly barF1: number;
  readonly spanF1: number;
  readonly ci: Intervals;
}

/** What intervals were made of: resamples of whole trading days; of windows where they are all of one day. */
export interface Resampling {
  readonly by: 'day' | 'window';
  readonly groups: number;
  readonly resamples: number;
  readonly seed: number;
}

/** A figure or block that an evaluation cannot give. */
export type AbsentFigure = 'pointers' | 'type' | 'countdown' | 'sequence' | 'repeatAgreement';

/** The figures of a run on one part of its windows, and what they are to be held against. */
export interface Evaluation {
  readonly part: SplitPart;
  readonly windows: number;
  readonly spans: number;
  readonly bar: {
    readonly at05: BarScore;
    /** The threshold that maximises F1 on the validation part; applied unchanged to the other parts. */
    readonly best: ThresholdScore;
    /** Means over windows, as published; a window in which neither a label nor a prediction holds a bar is left out. */
    readonly perWindow: { readonly at05: BarScore; readonly best: BarScore };
  };
  readonly separation: Separation;
  /** Area under precision over recall (average precision), and under the ROC curve, of bars; null where bars are all of one kind. */
  readonly auprc: number | null;
  readonly auc: number | null;
  /** Expected calibration error over 15 bins of equal mass, and the mean squared error of the probabilities. */
  readonly ece: number;
  readonly brier: number;
  /** How the run's spans are decoded, and what that makes of them. */
  readonly decoding: { readonly config: DecodingConfig; readonly choice: DecodingChoice };
  readonly span: SpanScore;
  readonly pointers: PointerScore | null;
  readonly type: TypeScore | null;
  readonly countdown: CountdownScore | null;
  /** All that the run's mode allows, fixed ones and such as were chosen on validation. */
  readonly decoders: readonly DecoderScore[];
  readonly baselines: readonly Baseline[];
  readonly repeatAgreement: RepeatAgreement | null;
  /** In words: why a figure is null. */
  readonly absent: Readonly<Partial<Record<AbsentFigure, string>>>;
  readonly ci: Intervals;
  readonly resampling: Resampling;
}

/** One bin of equal mass of the reliability curve. */
export interface ReliabilityBin {
  readonly probability: number;
  readonly labelled: number;
  readonly bars: number;
}

/** Bars by probability, in equal bins from 0 to 1. */
export interface ProbabilityHistogram {
  readonly inside: readonly number[];
  readonly outside: readonly number[];
}

/** What is drawn of an evaluation. */
export interface EvaluationCurves {
  /** At thresholds 0, 0.01, ... 1. */
  readonly thresholds: readonly ThresholdScore[];
  /** The highest precision at which recall reaches 0.01, 0.02, ... 1; empty where no bar is labelled. */
  readonly precisionRecall: readonly { readonly recall: number; readonly precision: number }[];
  readonly reliability: readonly ReliabilityBin[];
  readonly histogram: ProbabilityHistogram;
}

export interface EvaluationDetails extends Evaluation {
  readonly curves: EvaluationCurves;
}
