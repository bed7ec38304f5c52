import { Buffer } from 'node:buffer';
import type { BarsPreview, ImportOptions, ImportReport } from '../../../src/shared/contract/imports.ts';
import { seriesId } from '../../../src/shared/domain/ids.ts';
import type { Series } from '../../../src/shared/domain/series.ts';
import { importBarsFrom, type ImportedBars } from '../../../src/main/importers/import-bars.ts';
import { SILENT } from '../../../src/main/importers/monitor.ts';
import { previewBars } from '../../../src/main/importers/recognise/preview-bars.ts';
import { makeReport } from '../../../src/main/importers/report/make-report.ts';
import { openBytes, type Source } from '../../../src/main/importers/source/open-source.ts';

const SERIES: Series = {
  id: seriesId(1),
  symbol: 'TEST',
  timeframeMs: 60_000,
  origin: '',
  timeZone: 'UTC',
  priceDecimals: 2,
  hasVolume: true,
  barCount: 0,
  firstTime: null,
  lastTime: null,
  levels: 1,
};

export type Content = string | Uint8Array;

export const openContent = (content: Content, name: string): Promise<Source> =>
  openBytes(typeof content === 'string' ? Buffer.from(content) : content, name);

export const previewContent = async (content: Content, name = 'bars.csv', corrections: Partial<ImportOptions> = {}): Promise<BarsPreview> =>
  previewBars(await openContent(content, name), corrections);

export const importContent = async (content: Content, name = 'bars.csv', corrections: Partial<ImportOptions> = {}): Promise<ImportedBars> =>
  importBarsFrom(await openContent(content, name), corrections, SILENT);

/** The report as if every bar were new to the store. */
export const reportOf = (imported: ImportedBars): ImportReport =>
  makeReport(
    imported,
    { series: SERIES, added: imported.clean.bars.time.length, alreadyPresent: 0, conflicting: [] },
    { file: 'bars.csv', importedAt: 0, seconds: 0 },
  );

/** Bars as plain objects with ISO times. */
export const listBars = ({ clean: { bars } }: ImportedBars) =>
  Array.from(bars.time, (time, i) => ({
    time: new Date(time).toISOString(),
    open: bars.open[i],
    high: bars.high[i],
    low: bars.low[i],
    close: bars.close[i],
    volume: Number.isNaN(bars.volume[i]) ? null : bars.volume[i],
  }));
