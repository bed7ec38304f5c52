/** Which of the windows that could be cut are made. `seed`: the same one takes the same windows of the same bars. */
export type WindowTake =
  | { readonly kind: 'every' }
  | { readonly kind: 'random'; readonly count: number; readonly seed: number }
  /** As many from each part of the day, or from each fifth between calm and wild. */
  | { readonly kind: 'stratified'; readonly by: 'session' | 'volatility'; readonly count: number; readonly seed: number }
  /** Around the bars that move fastest for their surroundings (stretchDisplacement), somewhere within the window. */
  | { readonly kind: 'rule'; readonly count: number; readonly seed: number };
