import type { Ohlc } from '../ohlc.ts';
import { trueRange } from '../true-range.ts';

/**
 * Mean true range of the last `period` bars, of fewer at the start. In the quote unit; memory: period + 1 bars.
 * Summed afresh for every bar: a running sum would carry a trace of where the pass began.
 */
export function averageTrueRange(bars: Ohlc, period: number): Float64Array {
  const ranges = Float64Array.from(bars.close, (_, i) => trueRange(bars, i));
  return ranges.map((_, i) => {
    const from = Math.max(0, i - period + 1);
    let sum = 0;
    for (let k = from; k <= i; k++) sum += ranges[k];
    return sum / (i - from + 1);
  });
}
