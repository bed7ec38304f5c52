import type { Ohlc } from '../ohlc.ts';
import { averageTrueRange } from './average-true-range.ts';
import { EXPANSE_1_NAMES, expanse1, LONG_ATR } from './expanse-1.ts';
import { momentum } from './momentum.ts';

const MOMENTUM_PERIODS = [
  [4, 16],
  [12, 48],
] as const;

export const EXPANSE_2_NAMES: readonly string[] = [...EXPANSE_1_NAMES, ...MOMENTUM_PERIODS.map(([fast, slow]) => `momentum_${fast}_${slow}`)];

/** All families together: `expanse-1` and momentum over two pairs of periods. -> columns in the order of EXPANSE_2_NAMES, [n] each. */
export function expanse2(bars: Ohlc): Float64Array[] {
  const unit = averageTrueRange(bars, LONG_ATR);
  return [...expanse1(bars), ...MOMENTUM_PERIODS.map(([fast, slow]) => momentum(bars.close, unit, fast, slow))];
}
