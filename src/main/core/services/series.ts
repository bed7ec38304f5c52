import type { SeriesApi } from '../../../shared/contract/series.ts';
import { MAX_SLICE_BARS } from '../../../shared/contract/series.ts';
import { barIndex } from '../../../shared/domain/time.ts';
import { countBars } from '../../store/queries/bar-chunks.ts';
import { findBarIndex, readBarRange } from '../../store/queries/bars.ts';
import { listSeries, readSeries, setSeriesTimeZone } from '../../store/queries/series.ts';
import type { CoreContext, Service } from '../context.ts';
import { readFormingBar, readHigherBars } from '../higher/read-higher-bars.ts';
import { readCoverage, readOverview } from '../overview/read-overview.ts';

export function makeSeriesService(context: CoreContext): Service<SeriesApi> {
  return {
    listSeries: () => listSeries(context.database()),
    readBars: ({ seriesId, level, fromIndex, count }) => {
      const db = context.database();
      readSeries(db, seriesId);
      return {
        seriesId,
        level,
        fromIndex: barIndex(fromIndex),
        total: countBars(db, seriesId, level),
        bars: readBarRange(db, seriesId, level, fromIndex, Math.min(count, MAX_SLICE_BARS)),
      };
    },
    findBar: ({ seriesId, level, time }) => {
      readSeries(context.database(), seriesId);
      return { index: findBarIndex(context.database(), seriesId, level, time) };
    },
    readHigherBars: (wish) => readHigherBars(context.database(), wish),
    readFormingBar: ({ seriesId, timeframe, time }) => readFormingBar(context.database(), seriesId, timeframe, time),
    readOverview: ({ seriesId, parts }) => readOverview(context.database(), seriesId, parts),
    readCoverage: ({ seriesId, edges, runId }) => readCoverage(context.database(), seriesId, edges, runId),
    setSeriesTimeZone: ({ seriesId, timeZone }) => {
      const series = setSeriesTimeZone(context.database(), seriesId, timeZone);
      context.emit({ kind: 'series-changed' });
      return series;
    },
  };
}
