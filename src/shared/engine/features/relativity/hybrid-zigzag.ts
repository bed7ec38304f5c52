import type { Ohlc } from '../ohlc.ts';

/** The state after each bar, [n] each. Swing index -1, price NaN: none confirmed yet. */
export interface SwingTrace {
  /** 1 up, -1 down, 0 before the first bar that moved. */
  readonly trend: Int8Array;
  readonly extremeIndex: Int32Array;
  readonly extremePrice: Float64Array;
  readonly highIndex: Int32Array;
  readonly highPrice: Float64Array;
  readonly lowIndex: Int32Array;
  readonly lowPrice: Float64Array;
}

export interface HybridZigzagOptions {
  /** A close this many ATR beyond the extreme confirms it. */
  readonly confirmAtr: number;
  /** So does a high or low this many ATR beyond it while the extreme is at most `hybridBars` old. */
  readonly hybridAtr: number;
  readonly hybridBars: number;
}

interface Extreme {
  readonly index: number;
  readonly price: number;
}

/**
 * Swing highs and lows as published: a leg runs to its extreme and ends when price comes back far enough. The hybrid rule
 * ends nearly every leg after a bar or two (reference.md calls it a fault), which is why this stands under `relativity` only.
 * atr: [n]. Source: moola, zigzag.py.
 */
export function hybridZigzag(bars: Ohlc, atr: Float64Array, options: HybridZigzagOptions): SwingTrace {
  const trace = makeTrace(bars.close.length);
  let trend = 0;
  let extreme: Extreme = { index: -1, price: Number.NaN };
  // In the first leg the extreme starts from a close and the hybrid rule's candidate from a high: they may differ there.
  let candidate: Extreme | null = null;
  let swingHigh: Extreme = extreme;
  let swingLow: Extreme = extreme;
  for (let i = 1; i < bars.close.length; i++) {
    if (trend !== 0) {
      const reached = { index: i, price: trend > 0 ? bars.high[i] : bars.low[i] };
      if (trend * (reached.price - extreme.price) > 0) extreme = reached;
      if (candidate === null || trend * (reached.price - candidate.price) > 0) candidate = reached;
      if (isConfirmed(bars, i, trend, extreme, candidate, atr[i], options)) {
        if (trend > 0) swingHigh = extreme;
        else swingLow = extreme;
        trend = -trend;
        extreme = { index: i, price: trend > 0 ? bars.high[i] : bars.low[i] };
        candidate = extreme;
      }
    } else if (atr[i] > 0) {
      trend = 1;
      extreme = { index: i, price: bars.close[i] };
    }
    record(trace, i, trend, extreme, swingHigh, swingLow);
  }
  return trace;
}

function isConfirmed(
  bars: Ohlc,
  i: number,
  trend: number,
  extreme: Extreme,
  candidate: Extreme,
  atr: number,
  options: HybridZigzagOptions,
): boolean {
  if (atr === 0) return false;
  if (trend * (extreme.price - bars.close[i]) >= options.confirmAtr * atr) return true;
  if (i - candidate.index > options.hybridBars) return false;
  const opposite = trend > 0 ? bars.low[i] : bars.high[i];
  return trend * (candidate.price - opposite) >= options.hybridAtr * atr;
}

function makeTrace(count: number): SwingTrace {
  return {
    trend: new Int8Array(count),
    extremeIndex: new Int32Array(count).fill(-1),
    extremePrice: new Float64Array(count).fill(Number.NaN),
    highIndex: new Int32Array(count).fill(-1),
    highPrice: new Float64Array(count).fill(Number.NaN),
    lowIndex: new Int32Array(count).fill(-1),
    lowPrice: new Float64Array(count).fill(Number.NaN),
  };
}

function record(trace: SwingTrace, i: number, trend: number, extreme: Extreme, swingHigh: Extreme, swingLow: Extreme): void {
  trace.trend[i] = trend;
  trace.extremeIndex[i] = extreme.index;
  trace.extremePrice[i] = extreme.price;
  trace.highIndex[i] = swingHigh.index;
  trace.highPrice[i] = swingHigh.price;
  trace.lowIndex[i] = swingLow.index;
  trace.lowPrice[i] = swingLow.price;
}
