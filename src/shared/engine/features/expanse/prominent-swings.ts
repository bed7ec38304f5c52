import type { Ohlc } from '../ohlc.ts';

export interface SwingRule {
  /** A swing stands out by at least so many ATR on both sides. */
  readonly prominence: number;
  /** Bars that it may take to rise to it, to be confirmed after it, and to be remembered. */
  readonly reach: number;
}

/** Of each bar, the last swing known by then and the bar that confirmed it; -1: none within reach. [n] each. */
export interface KnownSwings {
  readonly index: Int32Array;
  readonly confirmedAt: Int32Array;
}

/**
 * Swing highs (side 1) or lows (side -1): a bar whose high price rose to by `prominence` ATR without an equal or higher one
 * in between, and from which a later close fell as far before a higher high. This is a zigzag confirmed by k x ATR only,
 * written so that it looks at no more than 2 * reach bars and the ATR's own: what is known at a bar never depends on where
 * the pass began. atr: [n].
 */
export function prominentSwings(bars: Ohlc, atr: Float64Array, side: 1 | -1, rule: SwingRule): KnownSwings {
  const count = bars.close.length;
  const confirmed = new Int32Array(count).fill(-1);
  for (let j = 0; j < count; j++) {
    if (!standsOutFromBefore(bars, j, side, atr[j] * rule.prominence, rule.reach)) continue;
    const at = confirmation(bars, j, side, atr[j] * rule.prominence, rule.reach);
    if (at >= 0) confirmed[at] = j;
  }
  return remember(confirmed, rule.reach);
}

function standsOutFromBefore(bars: Ohlc, j: number, side: 1 | -1, height: number, reach: number): boolean {
  if (height === 0) return false;
  const [outer, inner] = side > 0 ? [bars.high, bars.low] : [bars.low, bars.high];
  for (let k = j - 1; k >= Math.max(0, j - reach); k--) {
    if (side * (outer[k] - outer[j]) >= 0) return false;
    if (side * (outer[j] - inner[k]) >= height) return true;
  }
  return false;
}

/** The bar whose close confirms a swing at j, or -1. */
function confirmation(bars: Ohlc, j: number, side: 1 | -1, height: number, reach: number): number {
  const outer = side > 0 ? bars.high : bars.low;
  for (let k = j + 1; k <= Math.min(j + reach, outer.length - 1); k++) {
    if (side * (outer[k] - outer[j]) > 0) return -1;
    if (side * (outer[j] - bars.close[k]) >= height) return k;
  }
  return -1;
}

function remember(confirmed: Int32Array, reach: number): KnownSwings {
  const index = new Int32Array(confirmed.length).fill(-1);
  const confirmedAt = new Int32Array(confirmed.length).fill(-1);
  let swing = -1;
  let at = -1;
  for (let i = 0; i < confirmed.length; i++) {
    if (confirmed[i] > swing) [swing, at] = [confirmed[i], i];
    if (swing < 0 || i - swing > reach) continue;
    index[i] = swing;
    confirmedAt[i] = at;
  }
  return { index, confirmedAt };
}
