import type { Database } from 'better-sqlite3';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { lastBarAtOrBefore, viewBars, type BarColumns } from '../../../shared/domain/bar.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import { barsCsvLines } from '../../exporters/bars-csv.ts';
import type { ImportedBars } from '../../importers/import-bars.ts';
import { makeReport } from '../../importers/report/make-report.ts';
import { countPriceDecimals } from '../../importers/report/price-decimals.ts';
import { mergeBars, readBarsBetween } from '../../store/queries/bars.ts';
import { insertImport } from '../../store/queries/imports.ts';
import { findOrCreateSeries, readSeries } from '../../store/queries/series.ts';
import { displayZone } from './display-zone.ts';

export interface ImportTimes {
  readonly importedAt: number;
  /** Of `performance.now()`, when the import began. */
  readonly started: number;
}

/** Adds the bars to their series and keeps the report, in one transaction. Bars that the series holds stay as they are. */
export function storeBars(db: Database, file: string, imported: ImportedBars, times: ImportTimes): ImportReport {
  const { options, clean } = imported;
  return db.transaction(() => {
    const { id } = findOrCreateSeries(db, {
      symbol: options.symbol,
      timeframeMs: options.timeframeMs,
      origin: '',
      timeZone: displayZone(options.timeZone),
      priceDecimals: countPriceDecimals(clean.bars),
      hasVolume: clean.bars.volume.some((volume) => volume > 0),
    });
    const { added, alreadyPresent, conflicting } = mergeBars(db, id, clean.bars);
    const outcome = { series: readSeries(db, id), added, alreadyPresent, conflicting: describeStored(db, id, clean.bars, conflicting) };
    const report = makeReport(imported, outcome, {
      file,
      importedAt: times.importedAt,
      seconds: (performance.now() - times.started) / 1000,
    });
    return { ...report, importId: insertImport(db, report) };
  })();
}

function describeStored(db: Database, id: SeriesId, bars: BarColumns, indices: readonly number[]): readonly { index: number; stored: string }[] {
  if (indices.length === 0) return [];
  const stored = readBarsBetween(db, id, bars.time[indices[0]], bars.time[indices[indices.length - 1]]);
  return indices.map((index) => {
    const at = lastBarAtOrBefore(stored.time, bars.time[index]);
    const [line] = barsCsvLines(viewBars(stored, at, at + 1));
    return { index, stored: line.trimEnd() };
  });
}
