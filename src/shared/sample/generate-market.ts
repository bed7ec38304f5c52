import { makeBarColumns, type BarColumns } from '../domain/bar.ts';
import type { Direction, SpanType } from '../domain/span.ts';
import { makePriceWalk } from './price-walk.ts';
import { makeRandomSource } from './random-source.ts';
import { FIRST_REGIME, directionOf, nextRegime, typeAfter, type Regime } from './regimes.ts';
import { nextOpenTime, type TradingHours } from './trading-hours.ts';

export interface MarketOptions {
  readonly bars: number;
  readonly seed: number;
  readonly timeframeMs: number;
  /** Opening time of the first bar, UTC milliseconds; moved to the next opening where there are trading hours. */
  readonly startTime: number;
  readonly hours?: TradingHours;
}

/** A true expansion; `first` and `last` are indices of bars, both included. */
export interface TrueExpansion {
  readonly first: number;
  readonly last: number;
  readonly direction: Direction;
  readonly type: SpanType;
}

export interface GeneratedMarket {
  readonly bars: BarColumns;
  readonly expansions: readonly TrueExpansion[];
}

/**
 * A made-up market whose regimes switch between quiet, trend, retracement and expansion, with the places of its
 * expansions. Pure: the same options give the same market.
 */
export function generateMarket(options: MarketOptions): GeneratedMarket {
  const random = makeRandomSource(options.seed);
  const walk = makePriceWalk(random);
  const bars = makeBarColumns(options.bars);
  const expansions: TrueExpansion[] = [];
  let before = FIRST_REGIME;
  let regime = FIRST_REGIME;
  let regimeStart = 0;
  let time = options.startTime;

  for (let i = 0; i < options.bars; i += 1) {
    if (i === regimeStart + regime.bars) {
      [before, regime, regimeStart] = [regime, nextRegime(regime, random), i];
      if (regime.name === 'expansion') expansions.push(expansionAt(i, regime, before, options.bars));
    }
    const opening = nextOpenTime(time, options.hours ?? null);
    walk.writeBar(bars, i, regime, opening > time);
    bars.time[i] = opening;
    time = opening + options.timeframeMs;
  }
  return { bars, expansions };
}

function expansionAt(first: number, regime: Regime, before: Regime, bars: number): TrueExpansion {
  const last = Math.min(first + regime.bars, bars) - 1;
  return { first, last, direction: directionOf(regime), type: typeAfter(before) };
}
