import type { FileToken, ImportId, JobId, SeriesId, WindowId } from '../domain/ids.ts';
import type { Series } from '../domain/series.ts';
import type { TimeMs } from '../domain/time.ts';
import type { Method, Nothing } from './result.ts';

export type ColumnRole = 'time' | 'date' | 'timeOfDay' | 'open' | 'high' | 'low' | 'close' | 'volume';

/** How a file is read. All of it is detected, shown in the preview, and can be corrected. */
export interface ImportOptions {
  /** Id of the recognised format, such as 'histdata', 'ninjatrader', 'binance-klines', 'csv', 'parquet'. */
  readonly format: string;
  /** null: not a delimited text. */
  readonly delimiter: string | null;
  readonly hasHeader: boolean;
  /** Column index of each role; a role that is absent has no entry. */
  readonly columns: Readonly<Partial<Record<ColumnRole, number>>>;
  /** Id of the time format, such as 'iso', 'unix-s', 'unix-ms', 'yyyyMMdd HHmmss', 'M/d/yyyy H:mm'. */
  readonly timeFormat: string;
  /** IANA name or fixed offset ('UTC', 'America/New_York', 'UTC-05:00') of stamps that carry none themselves. */
  readonly timeZone: string;
  /** Stamps are the bar's end and are shifted back by one timeframe. */
  readonly stampsAreBarEnd: boolean;
  readonly symbol: string;
  readonly timeframeMs: number;
  /** Member of a zip; null: not a zip. */
  readonly member: string | null;
}

/** `bar-preset`: what the file's columns mean is known from the format, with a note where it changes the times. */
export interface BarsPreview {
  readonly kind: 'bars';
  readonly file: string;
  readonly bytes: number;
  readonly options: ImportOptions;
  readonly formatName: string;
  /** Header cells or 'column 1'…, in the file's order. */
  readonly columnNames: readonly string[];
  /** The first raw rows as cells, and the same rows as they would be imported (null: the row would be rejected). */
  readonly rawRows: readonly (readonly string[])[];
  readonly bars: readonly (PreviewBar | null)[];
  /** What the person should know or check: shifted stamps, assumed zone, other contracts in the zip. */
  readonly notes: readonly string[];
  /** Members of a zip with their summed volume, largest first; empty if not a zip. */
  readonly members: readonly { readonly name: string; readonly rows: number; readonly volume: number }[];
  readonly choices: {
    readonly formats: readonly { readonly id: string; readonly name: string }[];
    readonly timeFormats: readonly { readonly id: string; readonly example: string }[];
    readonly delimiters: readonly string[];
  };
}

export interface PreviewBar {
  readonly time: TimeMs;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number | null;
}

export interface DatasetPreview {
  readonly kind: 'dataset';
  readonly file: string;
  readonly bytes: number;
  readonly name: string;
  readonly windows: number;
  readonly spans: number;
  readonly symbols: readonly string[];
}

/** One row of a list in the report. `line`: 1-based line of the text, or row of a binary file. */
export interface RowIssue {
  readonly line: number;
  readonly time: TimeMs | null;
  readonly reason: string;
  readonly text: string;
}

export interface ConflictingDuplicate {
  readonly time: TimeMs;
  /** 0: the kept bar is not in the file; the series held it before. */
  readonly keptLine: number;
  readonly kept: string;
  readonly droppedLine: number;
  readonly dropped: string;
}

/** Missing bars between two that exist. `kind`: a break that recurs (night, weekend) is a session break. */
export interface Gap {
  readonly after: TimeMs;
  readonly before: TimeMs;
  readonly missing: number;
  readonly kind: 'missing' | 'session-break';
}

export interface ImportSession {
  readonly start: TimeMs;
  readonly end: TimeMs;
  readonly bars: number;
}

export interface ImportReport {
  readonly importId: ImportId | null;
  readonly file: string;
  readonly series: Series;
  readonly options: ImportOptions;
  readonly importedAt: TimeMs;
  readonly seconds: number;
  readonly counts: {
    readonly dataRows: number;
    /** Bars that this import added to the series. */
    readonly added: number;
    /** Rows whose bar the series held already, identical. */
    readonly alreadyPresent: number;
    readonly rejected: number;
    readonly duplicatesExact: number;
    readonly duplicatesConflicting: number;
    readonly outOfOrder: number;
    readonly blankLines: number;
    readonly gaps: number;
    readonly missingBars: number;
    readonly sessions: number;
    readonly highBelowLow: number;
    readonly nonFinite: number;
    readonly nonPositive: number;
  };
  readonly rejected: readonly RowIssue[];
  readonly duplicatesExact: readonly RowIssue[];
  readonly duplicatesConflicting: readonly ConflictingDuplicate[];
  readonly outOfOrder: readonly RowIssue[];
  readonly gaps: readonly Gap[];
  readonly sessions: readonly ImportSession[];
  readonly notes: readonly string[];
}

export interface DatasetReport {
  readonly name: string;
  readonly series: readonly Series[];
  readonly windows: number;
  readonly spans: number;
  /** Windows and spans that the project held already. */
  readonly alreadyPresent: number;
  readonly firstWindowId: WindowId | null;
  readonly seconds: number;
}

export interface ImportSummary {
  readonly id: ImportId;
  readonly seriesId: SeriesId;
  readonly file: string;
  readonly importedAt: TimeMs;
  readonly added: number;
  readonly rejected: number;
}

export interface ImportsApi {
  /** Browser: a file arrives in chunks, in order; the core keeps it in a temporary file until it is imported or dropped. */
  beginUpload: Method<{ readonly name: string; readonly bytes: number }, { readonly file: FileToken }>;
  uploadChunk: Method<{ readonly file: FileToken; readonly offset: number; readonly bytes: Uint8Array }, { readonly received: number }>;
  dropFile: Method<{ readonly file: FileToken }, null>;
  /** Nothing is written. `options` are corrections on top of what is detected. */
  previewImport: Method<{ readonly file: FileToken; readonly options?: Partial<ImportOptions> }, BarsPreview | DatasetPreview>;
  /** One transaction; progress under `jobId`. */
  importBars: Method<{ readonly file: FileToken; readonly options: ImportOptions; readonly jobId: JobId }, ImportReport>;
  importDataset: Method<{ readonly file: FileToken; readonly jobId: JobId }, DatasetReport>;
  listImports: Method<Nothing, readonly ImportSummary[]>;
  readImportReport: Method<{ readonly importId: ImportId }, ImportReport>;
}
