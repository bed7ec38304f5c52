import type { BarSource } from '../chart/chart-types.ts';
import type { SeriesId } from '../../shared/domain/ids.ts';
import type { Connection } from './connection.ts';

/** The chart's way to a series' bars. */
export function makeBarSource(core: Connection, seriesId: SeriesId): BarSource {
  return {
    read: (level, fromIndex, count) => core.call('readBars', { seriesId, level, fromIndex, count }),
    find: async (level, time) => (await core.call('findBar', { seriesId, level, time })).index,
  };
}
