/**
 * The size at which a lane is in full colour: what the engine clamps the feature to, or, of those that rarely come near it, where they
 * are large. By name, since a scale taken from the bars would change with them.
 */
const REACHES: readonly (readonly [RegExp, number])[] = [
  [/^range_z$|^range_atr$/, 3],
  [/^dist_to_prev_|^bars_since_|^body_atr$|^displacement_|^trend_|^momentum_|^swing_(high|low)_atr$/, 3],
  [/^volatility_regime$|^log_return$|^expansion_proxy$/, 2],
];

export const laneReach = (name: string): number => REACHES.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
