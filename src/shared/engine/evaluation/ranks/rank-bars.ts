/** Bars from the highest probability down, with the group of resampling that each belongs to. */
export interface RankedBars {
  /** [n], descending. */
  readonly probability: Float32Array;
  /** [n] */
  readonly target: Uint8Array;
  /** [n] */
  readonly group: Int32Array;
}

/** probability, target: [N,T]; groupOf: [N]. */
export function rankBars(probability: Float32Array, target: Uint8Array, groupOf: Int32Array): RankedBars {
  const length = target.length / groupOf.length;
  const order = Uint32Array.from(target, (_, i) => i).sort((a, b) => probability[b] - probability[a]);
  return {
    probability: Float32Array.from(order, (i) => probability[i]),
    target: Uint8Array.from(order, (i) => target[i]),
    group: Int32Array.from(order, (i) => groupOf[Math.floor(i / length)]),
  };
}
