/**
 * A map of probabilities onto calibrated ones that never turns their order round.
 * `platt`: logistic(scale * logit(p) + bias); with bias 0 it is a temperature of 1 / scale.
 * `isotonic`: through the points (at, value), straight between them and level beyond; both ascend.
 */
export type Calibration =
  | { readonly kind: 'platt'; readonly scale: number; readonly bias: number }
  | { readonly kind: 'isotonic'; readonly at: readonly number[]; readonly value: readonly number[] };
