/** What is done to decoded spans afterwards, in this order. */
export interface SpanShape {
  /** Spans with at most so many bars between them become one; 0: none. */
  readonly mergeGap: number;
  /** Spans of fewer bars are dropped; 1: none. */
  readonly minimumLength: number;
}

/**
 * How spans are made of what a model says of bars. Probabilities are those of the run; of a model of sequences its exact
 * posterior.
 * `threshold`: runs of bars that reach it. `posterior`: the same, of a model of sequences. `hysteresis`: runs of bars that
 * reach `low`, of which one reaches `high`. `dynamic`: the spans whose bars' log-odds, less `spanCost` for each span, sum up
 * to the most; it needs no threshold. `viterbi`: the most likely sequence of a CRF, or segmentation of a semi-Markov field.
 */
export type DecodingConfig = SpanShape &
  (
    | { readonly decoder: 'threshold'; readonly threshold: number }
    | { readonly decoder: 'posterior'; readonly threshold: number }
    | { readonly decoder: 'hysteresis'; readonly high: number; readonly low: number }
    | { readonly decoder: 'dynamic'; readonly spanCost: number }
    | { readonly decoder: 'viterbi' }
  );

export type DecoderName = DecodingConfig['decoder'];

/** `fixed`: before any window was looked at; `validation`: the best on the validation part, applied unchanged to the others. */
export type DecodingChoice = 'fixed' | 'validation';

export const PLAIN_SHAPE: SpanShape = { mergeGap: 0, minimumLength: 1 };

/**
 * Log-odds that the bars of a span must bring together before it is told: those that speak against a span's beginning at any
 * given bar, where one begins at about one bar in 100 (as in the labels of the reference experiment). Six bars of 0.7 are
 * worth it, and three of 0.83.
 */
export const USUAL_SPAN_COST = Math.log(99);

/** Decodes without a threshold, so that nothing has to be chosen on any window. */
export const USUAL_DYNAMIC: DecodingConfig = { decoder: 'dynamic', spanCost: USUAL_SPAN_COST, ...PLAIN_SHAPE };
