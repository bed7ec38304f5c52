const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What bars of a series can be merged into, by the clock of its exchange; ascending. */
export const HIGHER_TIMEFRAMES = ['5m', '15m', '30m', '1h', '4h', '1d', '1w'] as const;
export type HigherTimeframe = (typeof HIGHER_TIMEFRAMES)[number];

const LENGTHS: Readonly<Record<HigherTimeframe, number>> = { '5m': 5 * MINUTE, '15m': 15 * MINUTE, '30m': 30 * MINUTE, '1h': HOUR, '4h': 4 * HOUR, '1d': DAY, '1w': 7 * DAY };

/** Nominal: a day on which the clock is set is an hour shorter or longer. */
export const lengthOf = (timeframe: HigherTimeframe): number => LENGTHS[timeframe];

/** Those of which each is made of several whole bars; none above weeks, and above bars that do not fill a day. */
export function timeframesAbove(timeframeMs: number): readonly HigherTimeframe[] {
  if (DAY % timeframeMs !== 0) return [];
  return HIGHER_TIMEFRAMES.filter((timeframe) => lengthOf(timeframe) > timeframeMs && lengthOf(timeframe) % timeframeMs === 0);
}
