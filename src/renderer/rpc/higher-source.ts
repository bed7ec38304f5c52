import type { HigherSource } from '../chart/higher/higher-types.ts';
import type { HigherTimeframe } from '../../shared/domain/higher-timeframe.ts';
import type { SeriesId } from '../../shared/domain/ids.ts';
import type { Connection } from './connection.ts';

/** The pane's way to the bars of a higher timeframe. */
export function makeHigherSource(core: Connection, seriesId: SeriesId, timeframe: HigherTimeframe): HigherSource {
  return {
    read: (time, before, after) => core.call('readHigherBars', { seriesId, timeframe, time, before, after }),
    readForming: (time) => core.call('readFormingBar', { seriesId, timeframe, time }),
  };
}
