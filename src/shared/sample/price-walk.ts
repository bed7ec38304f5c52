import type { BarColumns } from '../domain/bar.ts';
import type { RandomSource } from './random-source.ts';
import type { Regime } from './regimes.ts';

export interface PriceWalk {
  /** Writes prices and volume of bar i, which opens where the last one closed, or with a jump after a closed market. */
  writeBar(bars: BarColumns, i: number, regime: Regime, afterBreak: boolean): void;
}

const START_PRICE = 100;
const TICK = 0.01;
/** Deviation of a bar's log return in an ordinary regime. */
const BAR_DEVIATION = 6e-4;
/** Volatility clusters: log-volatility is autoregressive with this memory and this shock. */
const CLUSTER_MEMORY = 0.985;
const CLUSTER_SHOCK = 0.06;
/** A weak pull towards the start keeps millions of bars in a range where a tick stays small. */
const PULL = 2e-5;
const BREAK_DEVIATIONS = 6;
const MEAN_VOLUME = 900;

export function makePriceWalk(random: RandomSource): PriceWalk {
  let level = Math.log(START_PRICE);
  let cluster = 0;

  return {
    writeBar: (bars, i, regime, afterBreak) => {
      cluster = CLUSTER_MEMORY * cluster + CLUSTER_SHOCK * random.normal();
      const deviation = BAR_DEVIATION * regime.volatility * Math.exp(cluster);
      if (afterBreak) level += BREAK_DEVIATIONS * deviation * random.normal();
      const open = level;
      const change = deviation * (regime.drift + random.normal()) - PULL * (open - Math.log(START_PRICE));
      level = open + change;

      bars.open[i] = toPrice(open);
      bars.close[i] = toPrice(level);
      bars.high[i] = toPrice(open + bridgeExtreme(change, deviation, random, 1));
      bars.low[i] = toPrice(open + bridgeExtreme(change, deviation, random, -1));
      bars.volume[i] = Math.max(1, Math.round(MEAN_VOLUME * regime.activity * Math.exp(1.2 * cluster + 0.45 * random.normal())));
    },
  };
}

/**
 * Highest (side 1) or lowest (side -1) point of a Brownian bridge from 0 to `change`: (x +- sqrt(x^2 - 2 s^2 ln u)) / 2.
 * It is never inside of 0 or `change`, so high and low always enclose open and close.
 */
function bridgeExtreme(change: number, deviation: number, random: RandomSource, side: 1 | -1): number {
  const spread = Math.sqrt(change * change - 2 * deviation * deviation * Math.log(1 - random.uniform()));
  return (change + side * spread) / 2;
}

/** Rounding keeps the order of prices, hence the geometry of the bar. */
const toPrice = (logPrice: number): number => Math.max(1, Math.round(Math.exp(logPrice) / TICK)) / (1 / TICK);
