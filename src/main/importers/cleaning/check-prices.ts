import type { BarColumns } from '../../../shared/domain/bar.ts';

/** What is impossible about a bar's prices; all false where nothing is. */
export interface PriceFaults {
  readonly nonFinite: boolean;
  readonly nonPositive: boolean;
  readonly highBelowLow: boolean;
  readonly outsideRange: boolean;
}

const PRICES = ['open', 'high', 'low', 'close'] as const;

/** Open or close may lie outside of [low, high] by so much of the price: feeds that adjust prices round them apart. */
const ROUNDING = 1e-6;

export function isImpossible(bars: BarColumns, i: number): boolean {
  const [open, high, low, close] = [bars.open[i], bars.high[i], bars.low[i], bars.close[i]];
  // Written so that NaN fails every comparison.
  const slack = high * ROUNDING;
  const possible =
    low > 0 && open > 0 && close > 0 && high >= low && high < Number.POSITIVE_INFINITY &&
    open <= high + slack && close <= high + slack && open >= low - slack && close >= low - slack;
  return !possible;
}

export function findPriceFaults(bars: BarColumns, i: number): PriceFaults {
  const values = PRICES.map((name) => bars[name][i]);
  const [open, high, low, close] = values;
  const slack = high * ROUNDING;
  return {
    nonFinite: values.some((value) => !Number.isFinite(value)),
    nonPositive: values.some((value) => value <= 0),
    highBelowLow: high < low,
    outsideRange: Math.max(open, close) > high + slack || Math.min(open, close) < low - slack,
  };
}

/** The reason in words, the gravest first. */
export function describePriceFaults(bars: BarColumns, i: number): string {
  const faults = findPriceFaults(bars, i);
  const named = (wrong: (value: number) => boolean): string => PRICES.filter((name) => wrong(bars[name][i])).join(', ');
  if (faults.nonFinite) return `${named((value) => !Number.isFinite(value))} is missing or no finite number`;
  if (faults.nonPositive) return `${named((value) => value <= 0)} is not above zero`;
  if (faults.highBelowLow) return `high ${bars.high[i]} is below low ${bars.low[i]}`;
  return `open ${bars.open[i]} or close ${bars.close[i]} is outside of low ${bars.low[i]} to high ${bars.high[i]}`;
}
