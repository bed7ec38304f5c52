import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { DatasetReport } from '../../../shared/contract/imports.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { Dataset, DatasetSeries, DatasetWindow } from '../../importers/dataset/dataset.ts';
import { countPriceDecimals } from '../../importers/report/price-decimals.ts';
import { appendImportedLabels, type ImportedWindow } from '../../store/append-imported-labels.ts';
import { findBarIndex, mergeBars } from '../../store/queries/bars.ts';
import { findOrCreateSeries, readSeries } from '../../store/queries/series.ts';
import type { ImportTimes } from './store-bars.ts';

/**
 * Adds a dataset's bars as series of their own origin, its windows as reviewed, and their spans, in one transaction.
 * Windows that the project holds are left alone with their spans. Throws 'conflict' where another dataset of this name is.
 */
export function storeDataset(db: Database, dataset: Dataset, times: ImportTimes): DatasetReport {
  return db.transaction(() => {
    const ids = new Map(dataset.series.map((series) => [series.symbol, storeSeries(db, dataset.name, series)]));
    const windows = dataset.windows.map((window) => toImportedWindow(db, dataset.name, window, ids.get(window.symbol)!));
    const counts = appendImportedLabels(db, {
      dataset: dataset.name,
      author: dataset.name,
      at: timeMs(times.importedAt),
      origin: dataset.name,
      windows,
    });
    const series = [...ids.values()].map((id) => readSeries(db, id));
    return { name: dataset.name, series, ...counts, seconds: (performance.now() - times.started) / 1000 };
  })();
}

function storeSeries(db: Database, origin: string, { symbol, timeframeMs, bars }: DatasetSeries): SeriesId {
  const { id } = findOrCreateSeries(db, {
    symbol,
    timeframeMs,
    origin,
    timeZone: 'UTC',
    priceDecimals: countPriceDecimals(bars),
    hasVolume: bars.volume.some((volume) => volume > 0),
  });
  const { conflicting } = mergeBars(db, id, bars);
  if (conflicting.length === 0) return id;
  throw otherDataset(origin, `${symbol} has another bar at ${new Date(bars.time[conflicting[0]]).toISOString()}`);
}

function toImportedWindow(db: Database, dataset: string, window: DatasetWindow, id: SeriesId): ImportedWindow {
  const bars = findBarIndex(db, id, 0, window.endTime) - findBarIndex(db, id, 0, window.startTime) + 1;
  if (bars !== window.length) throw otherDataset(dataset, `bars of it lie between those of window ${window.id}`);
  const spans = window.spans.map((span) => ({ ...span, direction: null, note: '' }));
  return { seriesId: id, startTime: window.startTime, endTime: window.endTime, length: window.length, split: window.split, spans };
}

const otherDataset = (name: string, difference: string): ExpanseError =>
  new ExpanseError('conflict', `The project holds another dataset called ${name}: ${difference}.`, 'Give the dataset another name in its "meta", or import it into another project.');
