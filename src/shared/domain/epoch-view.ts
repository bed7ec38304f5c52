/**
 * What the training screen shows of an epoch beside its figures. Bounded whatever the data: with the most windows and the
 * longest curves its JSON has less than 3,500 characters; four windows of 105 bars take about 900.
 */
export interface EpochView {
  /** null: there is no validation part. */
  readonly histogram: ProbabilityHistogram | null;
  /** Bar F1 at its best threshold of guessing by the position in the window, on the validation part; null: there is none. */
  readonly priorF1: number | null;
  readonly windows: readonly WatchedCurve[];
  readonly memory: TrainerMemory;
}

export const HISTOGRAM_BINS = 40;

/** Bars of the validation part by their probability: counts in equal parts of [0, 1], the last with its upper edge. */
export interface ProbabilityHistogram {
  readonly inSpan: readonly number[];
  readonly outSpan: readonly number[];
}

/** Windows that are watched at once, at most. */
export const MOST_WATCHED = 6;

/** The probabilities of a watched window. */
export interface WatchedCurve {
  /** Of the window among those of the validation part, from 0. */
  readonly place: number;
  /** One character a bar; `unpackCurve` reads it. */
  readonly curve: string;
}

/** In bytes; null where it cannot be told. */
export interface TrainerMemory {
  /** Of the whole process. */
  readonly process: number | null;
  /** Of these, what the back end holds in tensors and kernels; on a graphics card that is memory of its own. */
  readonly backend: number | null;
}
