import type { FeatureWindows } from '../model/run-jade.ts';

/**
 * The windows of one part of a dataset as flat, row-major arrays: N windows of T bars with D features each.
 * Whoever builds it computes the features and targets; the train loop only reads it.
 */
export interface TrainPart {
  /** N. */
  readonly windows: number;
  /** T, in bars. */
  readonly length: number;
  /** D. */
  readonly inputs: number;
  /** [N,T,D]. */
  readonly features: Float32Array;
  /** [N,T], in [0, 1]: the mask of all spans of the window. */
  readonly mask: Float32Array;
  /** [N,T], in [0, 1]: the mask with each span as high as its confidence. */
  readonly heights: Float32Array;
  /** [N,T]: bars until the start of the span, clipped to +-20; read only where `oneSpan`. */
  readonly countdown: Float32Array;
  /** [N,2]: centre (s+e)/2/T and length (e-s)/T of the span; read only where `oneSpan`. */
  readonly pointers: Float32Array;
  /** [N]: class index (0 consolidation, 1 retracement), -1 where unknown. */
  readonly type: Int32Array;
  /** [N]: 1 where the window holds exactly one span. */
  readonly oneSpan: Uint8Array;
  /** [N], in (0, 1]: mean of the window's spans; 1 without a span. */
  readonly confidence: Float32Array;
  /** [N]. */
  readonly spanCount: Int32Array;
  /**
   * V: with variants every array has V N rows instead of N, first the windows as they are, then each further variant of all
   * of them; row v N + n is variant v of window n. Absent: 1.
   */
  readonly variants?: number;
  /** [V N]: 0 where a variant's countdown no longer means what was labelled. Absent: it always does. */
  readonly countsDown?: Uint8Array;
}

/** Windows of bars as flat, row-major arrays, without labels. */
export interface UnlabelledWindows extends FeatureWindows {
  /** [N, 2 D]: mean, then standard deviation of each feature in the window that follows; null where nobody asks for it. */
  readonly next: Float32Array | null;
}

export const rowsOf = ({ windows, variants = 1 }: Pick<TrainPart, 'windows' | 'variants'>): number => windows * variants;

/** Roles of a training window in a fold: 0 is none. */
export const FOLD_TRAINS = 1;
export const FOLD_JUDGES = 2;

export interface TrainData {
  readonly train: TrainPart;
  /** null: nothing to judge by, so no validation figures and the last epoch counts as the best. */
  readonly val: TrainPart | null;
  /** One for each fold on which probabilities are calibrated: [N], the role of each training window. Absent: they are not. */
  readonly calibrationFolds?: readonly Uint8Array[];
  /** What the encoder learns from first, where the training begins with that. */
  readonly unlabelled?: UnlabelledWindows;
}
