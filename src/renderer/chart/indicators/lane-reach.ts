/**
 * The size at which a lane is in full colour: about what one bar in fifty of a minute chart exceeds, or the greatest that there is. By
 * name, since a scale taken from the bars in view would change with them.
 */
const REACHES: readonly (readonly [RegExp, number])[] = [
  [/^swing_(high|low)_atr$/, 5],
  [/^trend_/, 4],
  [/^dist_to_prev_|^momentum_|^range_atr$/, 3],
  [/^range_z$|^log_return$/, 2.5],
  [/^body_atr$|^displacement_|^expansion_proxy$/, 2],
  [/^swing_(high|low)_age$/, 0.6],
  [/^bars_since_/, 0.1],
  [/^consol_proxy$/, 0.05],
];

/** 1 for the others, which are shares. */
export const laneReach = (name: string): number => REACHES.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
