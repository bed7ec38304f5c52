import type { Database } from 'better-sqlite3';
import { timeMs } from '../../../shared/domain/time.ts';
import type { BarColumns } from '../../../shared/domain/bar.ts';
import { DEFAULT_WINDOW_LENGTH } from '../../../shared/domain/window.ts';
import { generateMarket, type GeneratedMarket, type TrueExpansion } from '../../../shared/sample/generate-market.ts';
import { appendImportedLabels, type ImportedWindow } from '../../store/append-imported-labels.ts';
import { mergeBars } from '../../store/queries/bars.ts';
import { findOrCreateSeries } from '../../store/queries/series.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import { makeWindows } from '../make-windows.ts';

const BARS = 20_000;
const TIMEFRAME_MS = 60_000;
const START = Date.UTC(2024, 0, 2);
const LENGTH = DEFAULT_WINDOW_LENGTH;
// Of so many windows from the beginning come those labelled that no expansion leaves; the rest waits to be labelled.
const LABELLED_PART = 100;

/** Generated bars, windows over all of them, many of the first reviewed with their true expansions. One transaction. */
export function fillSample(db: Database, seed: number, at: number): void {
  const market = generateMarket({ bars: BARS, seed, timeframeMs: TIMEFRAME_MS, startTime: START });
  db.transaction(() => {
    const series = findOrCreateSeries(db, {
      symbol: 'SAMPLE',
      timeframeMs: TIMEFRAME_MS,
      origin: '',
      timeZone: 'UTC',
      priceDecimals: 2,
      hasVolume: true,
    });
    mergeBars(db, series.id, market.bars);
    appendImportedLabels(db, {
      dataset: null,
      author: 'sample',
      at: timeMs(at),
      origin: 'the sample',
      windows: labelledWindows(series.id, market),
    });
    makeWindows(db, { seriesId: series.id, length: LENGTH, stride: LENGTH });
  })();
}

function labelledWindows(seriesId: SeriesId, market: GeneratedMarket): readonly ImportedWindow[] {
  return Array.from({ length: LABELLED_PART }, (_, index) => labelledWindow(seriesId, market, index * LENGTH)).filter(
    (window) => window !== null,
  );
}

/** null: an expansion goes beyond the window, so that its labels could not be complete. */
function labelledWindow(seriesId: SeriesId, { bars, expansions }: GeneratedMarket, first: number): ImportedWindow | null {
  const last = first + LENGTH - 1;
  const touching = expansions.filter((expansion) => expansion.first <= last && expansion.last >= first);
  if (touching.some((expansion) => expansion.first < first || expansion.last > last)) return null;
  return {
    seriesId,
    startTime: bars.time[first],
    endTime: bars.time[last],
    length: LENGTH,
    split: null,
    spans: touching.map((expansion) => toSpan(bars, expansion)),
  };
}

function toSpan({ time }: BarColumns, { first, last, type, direction }: TrueExpansion): ImportedWindow['spans'][number] {
  return { startTime: time[first], endTime: time[last], confidence: 1, type, direction, note: '' };
}
