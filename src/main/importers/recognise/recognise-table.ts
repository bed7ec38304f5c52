import type { ImportOptions } from '../../../shared/contract/imports.ts';
import { formatTimeframe } from '../../../shared/domain/timeframe.ts';
import { badFile } from '../bad-file.ts';
import type { BarFormat, TableSample } from '../formats/bar-format.ts';
import { symbolOfName } from '../names/symbol-of-name.ts';
import { timeframeOfName } from '../names/timeframe-of-name.ts';
import { makeStampReader, stampText, type StampReading } from '../rows/read-stamp.ts';
import { firstRows, spreadRows, type RowTable } from '../table/row-table.ts';
import { dayOfName } from '../time/day-of-name.ts';
import { carriesOffset, detectTimeFormat, hasAmbiguousDates } from '../time/detect-time-format.ts';
import { shortestStep, usualStep } from '../time/step.ts';
import { TIME_FORMATS } from '../time/time-formats.ts';
import { definedOnly, type Corrections } from './corrections.ts';
import { recogniseFormat } from './recognise-format.ts';

/** A table and how it is to be read. */
export interface RecognisedTable {
  readonly table: RowTable;
  readonly format: BarFormat;
  readonly options: ImportOptions;
  readonly notes: readonly string[];
}

/** Enough rows to see the usual step and an all-zero volume through any quiet stretch. */
const SAMPLE_ROWS = 5000;
const SPREAD_ROWS = 1000;
const FALLBACK_TIMEFRAME = 60_000;

/** `name`: of the file or of the zip's member, which the detection may use. Throws 'bad-file' where there are no rows. */
export function recogniseTable(table: RowTable, name: string, corrections: Corrections): RecognisedTable {
  const given = definedOnly(corrections);
  const sample: TableSample = { ...table, rows: firstRows(table, SAMPLE_ROWS).map((cells) => padded(cells, table.columnCount)), name };
  if (sample.rows.length === 0) throw badFile(name, 'it has no rows of data.');
  const { format, reading } = recogniseFormat(sample, given.format);
  const columns = given.columns ?? reading.columns;
  // The first rows may all lie within days that tell nothing of the order of day and month.
  const stamps = [...sample.rows, ...spreadRows(table, SPREAD_ROWS)].map((cells) => stampText(cells, columns));
  const timeFormat = given.timeFormat ?? reading.timeFormat ?? chooseTimeFormat(stamps, name);
  const timeZone = given.timeZone ?? reading.timeZone ?? 'UTC';
  const times = sampleTimes(sample.rows, { columns, timeFormat, timeZone: 'UTC' }, name);
  const detected = detectTimeframe(times, name, reading.timeframeMs);
  const options: ImportOptions = {
    format: format.id,
    delimiter: table.delimiter,
    hasHeader: table.header !== null,
    columns,
    timeFormat,
    timeZone,
    stampsAreBarEnd: given.stampsAreBarEnd ?? reading.stampsAreBarEnd ?? false,
    symbol: given.symbol ?? reading.symbol ?? symbolOfName(name),
    timeframeMs: given.timeframeMs ?? detected ?? FALLBACK_TIMEFRAME,
    member: given.member ?? null,
  };
  const notes = [
    ...table.notes,
    ...reading.notes,
    ...timeNotes(options, stamps, name, given.timeZone === undefined && reading.timeZone === undefined),
    ...(options.symbol === '' ? ['The file does not say which instrument it holds: give its symbol.'] : []),
    ...(detected === null && given.timeframeMs === undefined ? ['The timeframe could not be detected: check it.'] : []),
    ...(options.columns.volume === undefined && !reading.notes.some((note) => note.includes('volume')) ? ['The file has no volume.'] : []),
  ];
  return { table, format, options, notes };
}

const padded = (cells: readonly string[], count: number): readonly string[] =>
  cells.length >= count ? cells : [...cells, ...Array.from({ length: count - cells.length }, () => '')];

/** Where no format reads the stamps, that shows row by row in the preview and is for a person to correct. */
const chooseTimeFormat = (stamps: readonly string[], name: string): string => (detectTimeFormat(stamps, dayOfName(name)) ?? TIME_FORMATS[0]).id;

function sampleTimes(rows: TableSample['rows'], reading: StampReading, name: string): readonly number[] {
  const reader = makeStampReader(reading, name);
  return rows.map((cells) => reader.read(cells)).filter((time) => !Number.isNaN(time));
}

/** What the format says of itself, else the usual step; a shorter timeframe in the name wins where the market is thin. */
function detectTimeframe(times: readonly number[], name: string, stated: number | undefined): number | null {
  if (stated !== undefined) return stated;
  const named = timeframeOfName(name);
  const step = usualStep(times);
  if (step === null) return named ?? null;
  return named !== undefined && step % named === 0 && shortestStep(times) >= named ? named : step;
}

function timeNotes(options: ImportOptions, stamps: readonly string[], name: string, zoneIsAssumed: boolean): readonly string[] {
  const format = TIME_FORMATS.find((each) => each.id === options.timeFormat);
  if (format === undefined) return [];
  const notes: string[] = [];
  if (zoneIsAssumed && !carriesOffset(stamps, format, dayOfName(name))) {
    notes.push('The stamps carry no time zone: UTC is assumed.');
  }
  if (hasAmbiguousDates(stamps, format)) notes.push(`Dates are read as ${options.timeFormat.split(' ')[0]}: month and day could be exchanged.`);
  if (options.stampsAreBarEnd) {
    notes.push(`Stamps mark the end of a bar: each is shifted back by ${formatTimeframe(options.timeframeMs)} to its opening.`);
  }
  return notes;
}
