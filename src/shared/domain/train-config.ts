import type { DecodingConfig } from './decoding.ts';
import type { SeriesId } from './ids.ts';

/**
 * What the span head learns. `soft`: each bar's mask. `crf`: the sequence of tags. `segments`: whole spans, by a semi-Markov
 * field over their first bars, last bars, insides and lengths.
 */
export type SpanMode = 'soft' | 'crf' | 'segments';
export type FeatureSetName = 'relativity' | 'relativity+position' | (string & {});
export type TaskName = 'pointers' | 'type' | 'span' | 'countdown';
export const TASK_NAMES: readonly TaskName[] = ['pointers', 'type', 'span', 'countdown'];

/** `probability`: on clamped sigmoids, as published (no gradient where saturated). */
export type SpanLoss =
  | { readonly kind: 'bce'; readonly on: 'logits' | 'probability'; readonly positiveWeight: number | 'from-data' }
  | { readonly kind: 'mse' };

export type LearningRateSchedule =
  | { readonly kind: 'constant' }
  | { readonly kind: 'cosine'; readonly warmUpSteps: number; readonly floor: number }
  | { readonly kind: 'one-cycle'; readonly peakAt: number };

/** Which series a part holds: a share of the windows, or exactly these by id or symbol. */
export type HeldOutSeries = number | readonly (number | string)[];

/** A split that gives every window one part, once and for all. */
export type PlainSplitConfig =
  | { readonly kind: 'temporal'; readonly validation: number; readonly test: number }
  | { readonly kind: 'dataset' }
  | { readonly kind: 'series'; readonly validation: HeldOutSeries; readonly test: HeldOutSeries }
  | { readonly kind: 'random'; readonly validation: number; readonly test: number };

/**
 * How reviewed windows are divided. `temporal`: by time with an embargo of one window length, overlapping windows never
 * on both sides. `dataset`: the split that came with an imported dataset. `series`: whole series are held out. `random` is
 * leaky and only for comparison. `folds`: fold number `fold` (from 1) of `count` in time validates and the others train, with
 * an embargo of one window length on both sides; `within`: only the training part of that split is folded, its other parts
 * are used by no fold.
 */
export type SplitConfig = PlainSplitConfig | { readonly kind: 'folds'; readonly count: number; readonly fold: number; readonly within?: PlainSplitConfig };

/**
 * Variants of the training windows, of which every step draws one for each window; what is absent is off. `mirror`: log prices
 * reflected. `reverse`: time runs backwards. `scale`: distances in log price stretched and shrunk by this factor.
 */
export interface AugmentationConfig {
  readonly mirror?: boolean;
  readonly reverse?: boolean;
  readonly scale?: number;
}

/**
 * What turns a window's features into states of its bars. `dilated`: residual blocks of convolutions over `kernel` bars (odd)
 * that are 1, 2, 4, ... bars apart.
 */
export type EncoderConfig =
  | { readonly kind: 'bilstm' }
  | { readonly kind: 'dilated'; readonly channels: number; readonly blocks: number; readonly kernel: number };

/** Self-attention over the states of a window's bars, for the span head alone. `heads` divides the states of a bar. */
export interface AttentionConfig {
  readonly heads: number;
}

/**
 * What the encoder learns before the labels, from windows of bars outside of the validation and test parts. `masked`: to make
 * again what was hidden of a window; `next-window`: mean and deviation of each feature in the window that follows.
 */
export interface PretrainingConfig {
  readonly kind: 'masked' | 'next-window';
  readonly epochs: number;
  /** At most so many. */
  readonly windows: number;
}

/** A soft model from the same labels learns first, for `epochs`; the model of sequences starts with its encoder and its log-odds. */
export interface SoftStartConfig {
  readonly epochs: number;
}

/**
 * How probabilities are mapped onto what they should be, learned from `folds` further trainings that each leave out a block in
 * time of the training windows and predict it. `temperature`: scale of the log-odds. `platt`: scale and bias. `isotonic`: steps.
 */
export interface CalibrationConfig {
  readonly kind: 'temperature' | 'platt' | 'isotonic';
  readonly folds: number;
}

/** Everything that decides a training, apart from the snapshot of the labels. Saved with the run. */
export interface TrainConfig {
  readonly preset: string;
  readonly mode: SpanMode;
  readonly epochs: number;
  readonly seed: number;
  readonly batchSize: number;
  readonly optimizer: 'adamw' | 'adam';
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly schedule: LearningRateSchedule;
  /** Largest global norm of the gradient; null: not clipped. */
  readonly gradientClip: number | null;
  /** Stop after so many epochs without a better validation figure; null: never. */
  readonly earlyStopping: number | null;
  /** Decay of the weights' running average; null: none. */
  readonly weightAverage: number | null;
  /**
   * Whose weights are judged and predict: those of the last epoch, or (absent too) of the best one on the validation part, which
   * flatters the figures of that part.
   */
  readonly keep?: 'best' | 'last';
  readonly features: FeatureSetName;
  /**
   * `window`: computed afresh in every window (as published); `series`: with the bars before it as warm-up; `unbroken`: the
   * same, but afresh after every long gap (`freshStarts`).
   */
  readonly featureScope: 'window' | 'series' | 'unbroken';
  readonly spanLoss: SpanLoss;
  /** `binary`: 0/1 mask; `soft`: faded by each edge's uncertainty. */
  readonly maskTarget: 'binary' | 'soft';
  readonly countdown: 'raw' | 'scaled';
  readonly confidence: 'weight' | 'height' | 'ignored';
  readonly tasks: Readonly<Record<TaskName, boolean>>;
  readonly initialLogSigma: Readonly<Record<TaskName, number>>;
  readonly inputDropout: number;
  readonly headDropout: number;
  /** What counts as a bar's probability in CRF mode: `marginals` (exact, the default) or `softmax` of its emissions, as published. */
  readonly crfProbability?: 'marginals' | 'softmax';
  /** How spans are decoded, fixed beforehand; absent: `evaluation` chooses what it has to on the validation part. */
  readonly decoding?: DecodingConfig;
  /** Bars of the longest span that `segments` can tell; absent: half as many again as the longest label, where a run is recorded. */
  readonly longestSpan?: number;
  /** Of the BiLSTM, per direction. */
  readonly hiddenSize: number;
  /** Absent: the BiLSTM. */
  readonly encoder?: EncoderConfig;
  /** Absent or null: none. */
  readonly attention?: AttentionConfig | null;
  /** Absent or null: none. */
  readonly pretraining?: PretrainingConfig | null;
  /** Absent or null: none. */
  readonly softStart?: SoftStartConfig | null;
  /** Absent: every window as it is. */
  readonly augmentation?: AugmentationConfig;
  /** Models that learn side by side from seeds of their own and answer with the mean of what they say. Absent: one. */
  readonly ensemble?: number;
  /** Whether a window is judged upside down, too, and the mean of both counts. Absent: no. */
  readonly mirroredPredictions?: boolean;
  /** Absent or null: probabilities are as the model tells them. */
  readonly calibration?: CalibrationConfig | null;
  readonly split: SplitConfig;
  /** Only windows of these series; null: of all. */
  readonly seriesIds: readonly SeriesId[] | null;
  readonly backend: 'auto' | 'wasm' | 'cpu' | 'tensorflow' | 'tensorflow-gpu' | 'webgpu';
  /** Whether wasm computes with vectors of twice the width, an experiment of V8's, where a check finds the same bits. Absent: no. */
  readonly wideVectors?: boolean;
  /** `auto`: as many as help on the machine that trains, and give the same weights on each. */
  readonly threads: number | 'auto';
}

/** What a back end is started with, and what its speed depends on beside the machine. */
export type BackendSettings = Pick<TrainConfig, 'threads' | 'wideVectors'>;
