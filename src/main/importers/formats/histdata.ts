import type { BarFormat } from './bar-format.ts';
import { hasCompactStamps, isAllZero } from './sample-checks.ts';

const VOLUME = 5;

/** HistData.com, generic ASCII: Eastern Standard Time all year round, opening stamps, a volume that is always 0. */
export const histdata: BarFormat = {
  id: 'histdata',
  name: 'HistData (generic ASCII)',
  isLikely: (sample) => /dat_ascii|histdata/i.test(sample.name) || isAllZero(sample, VOLUME),
  read: (sample) => {
    if (!hasCompactStamps(sample)) return null;
    const prices = { time: 0, open: 1, high: 2, low: 3, close: 4 };
    const withoutVolume = sample.columnCount <= VOLUME || isAllZero(sample, VOLUME);
    return {
      columns: withoutVolume ? prices : { ...prices, volume: VOLUME },
      timeFormat: 'yyyyMMdd HHmmss',
      timeZone: 'UTC-05:00',
      notes: [
        'HistData stamps are Eastern Standard Time (UTC-5) without daylight saving.',
        ...(withoutVolume ? ['The last column is 0 throughout: the series has no volume.'] : []),
      ],
    };
  },
};
