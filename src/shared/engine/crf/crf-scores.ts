/**
 * A linear-chain conditional random field over K tags (Lafferty et al. 2001): a path y of length n scores
 * start[y_0] + sum of emissions[t, y_t] + sum of transitions[y_(t-1), y_t] + end[y_(n-1)].
 */
export interface CrfScores {
  /** K. */
  readonly tags: number;
  /** [K] */
  readonly start: ArrayLike<number>;
  /** [K] */
  readonly end: ArrayLike<number>;
  /** [K,K], from one tag to the next. */
  readonly transitions: ArrayLike<number>;
}

/** One sequence: the first `length` bars count, the others are padding. */
export interface CrfSequence {
  /** [T,K] */
  readonly emissions: ArrayLike<number>;
  /** 1 to T. */
  readonly length: number;
}
