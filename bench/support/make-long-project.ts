// Makes a project with one long made-up series, windows over all of it, and labels in them: FILE BARS SPANS on the command line.
import { timeMs } from '../../src/shared/domain/time.ts';
import type { BarColumns } from '../../src/shared/domain/bar.ts';
import { generateMarket } from '../../src/shared/sample/generate-market.ts';
import { appendImportedLabels, type ImportedWindow } from '../../src/main/store/append-imported-labels.ts';
import { createStore } from '../../src/main/store/open-store.ts';
import { mergeBars } from '../../src/main/store/queries/bars.ts';
import { findOrCreateSeries } from '../../src/main/store/queries/series.ts';

const LENGTH = 105;
const SPAN_BARS = 8;

const [path = '', bars = '', spans = ''] = process.argv.slice(2);
const market = generateMarket({ bars: Number(bars), seed: 1, timeframeMs: 60_000, startTime: Date.UTC(2018, 0, 1) });
const db = createStore(path);
const { id: seriesId } = findOrCreateSeries(db, { symbol: 'MADE', timeframeMs: 60_000, origin: '', timeZone: 'America/New_York', priceDecimals: 2, hasVolume: true });
mergeBars(db, seriesId, market.bars);
appendImportedLabels(db, { dataset: null, author: 'bench', at: timeMs(0), origin: 'the benchmark', windows: labelled(market.bars, Number(spans)) });
db.close();

/** As many labels as asked for, spread evenly over windows that lie side by side. */
function labelled({ time }: BarColumns, count: number): readonly ImportedWindow[] {
  const windows = Math.floor(time.length / LENGTH);
  const upTo = (window: number): number => Math.floor((window * count) / windows);
  return Array.from({ length: windows }, (_, i) => {
    const first = i * LENGTH;
    return { seriesId, startTime: time[first], endTime: time[first + LENGTH - 1], length: LENGTH, split: null, spans: spansIn(time, first, upTo(i + 1) - upTo(i)) };
  });
}

function spansIn(time: BarColumns['time'], first: number, count: number): ImportedWindow['spans'] {
  const step = Math.floor(LENGTH / Math.max(count, 1));
  return Array.from({ length: count }, (_, n) => {
    const start = first + n * step + 2;
    return { startTime: time[start], endTime: time[start + Math.min(SPAN_BARS, step - 3)], confidence: ((n % 5) + 1) / 5, type: null, direction: null, note: '' };
  });
}
