/** What a model says of N windows of T bars. */
export interface WindowPredictions {
  /** [N,T], of each bar to lie in a span. */
  readonly probabilities: Float32Array;
  /** null: not asked for. */
  readonly heads: WindowHeads | null;
}

/** What it says beside the probability of each bar. */
export interface WindowHeads {
  /** [N,3], scores of the classes. */
  readonly type: Float32Array;
  /** [N,2], centre and length as shares of the window's length. */
  readonly pointers: Float32Array;
  /** [N,T], bars until the span starts. */
  readonly countdown: Float32Array;
  /** null: the model is none of sequences. */
  readonly sequence: SequenceHeads | null;
}

export interface SequenceHeads {
  /** [N,T], of the most likely sequence: 0 outside, 1 in a span, 2 the first bar of a span that need not stand apart from the last. */
  readonly tags: Uint8Array;
  /** [N,T], exact posterior of each bar to lie in a span. */
  readonly posterior: Float32Array;
}
