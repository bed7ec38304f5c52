import type { BarFormat } from './bar-format.ts';
import { hasCompactStamps } from './sample-checks.ts';

/** NinjaTrader's export: UTC, stamped with the end of the bar. */
export const ninjatrader: BarFormat = {
  id: 'ninjatrader',
  name: 'NinjaTrader',
  isLikely: () => true,
  read: (sample) =>
    hasCompactStamps(sample)
      ? {
          columns: { time: 0, open: 1, high: 2, low: 3, close: 4, ...(sample.columnCount > 5 ? { volume: 5 } : {}) },
          timeFormat: 'yyyyMMdd HHmmss',
          timeZone: 'UTC',
          stampsAreBarEnd: true,
          notes: ['HistData files look alike: choose HistData if these stamps are opening times in Eastern Standard Time.'],
        }
      : null,
};
