import { BAR_COLUMN_NAMES, makeBarColumns } from '../../../shared/domain/bar.ts';
import { SPAN_TYPES, type SpanType } from '../../../shared/domain/span.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { badFile } from '../bad-file.ts';
import { isImpossible } from '../cleaning/check-prices.ts';
import type { Dataset, DatasetSpan, DatasetWindow } from './dataset.ts';
import { makeBarUnion, type BarTuple, type BarUnion } from './bar-union.ts';

const PARTS: readonly SplitPart[] = ['train', 'val', 'test', 'embargo'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads {meta: {name, span_end_inclusive}, windows: [{id, symbol, start_ts, bars: [[ms, o, h, l, c, v]…], span_start,
 * span_end, type, confidence, split}]}. Throws 'bad-file' that names the window and the field of the first fault.
 */
export function readDataset(file: string, parsed: object): Dataset {
  const { meta, windows } = parsed as Fields;
  const fault = (where: string, problem: string): Error => badFile(file, `${where}: ${problem}.`, 'Correct the dataset, then import it again.');
  if (!isFields(meta) || typeof meta.name !== 'string' || meta.name === '') throw fault('meta', '"name" is missing');
  if (!Array.isArray(windows) || windows.length === 0) throw fault('windows', 'a list of at least one window is expected');
  const endOffset = meta.span_end_inclusive === false ? 1 : 0;
  const unions = new Map<string, BarUnion>();
  const read = windows.map((window: unknown, index) => {
    const where = isFields(window) && typeof window.id === 'string' ? window.id : `window ${index + 1}`;
    if (!isFields(window)) throw fault(where, 'an object is expected');
    return readWindow(window, where, endOffset, unions, (problem) => fault(where, problem));
  });
  const series = [...unions].map(([symbol, union]) => ({ symbol, ...union.toSeries() }));
  const times = new Map(series.map(({ symbol, bars }) => [symbol, new Map(Array.from(bars.time, (time, index) => [time, index]))]));
  for (const window of read) {
    const index = times.get(window.symbol);
    const covered = (index?.get(window.endTime) ?? Number.NaN) - (index?.get(window.startTime) ?? Number.NaN) + 1;
    if (covered !== window.length) throw fault(window.id, `its ${window.length} bars are not consecutive: other windows have bars between them`);
  }
  return { name: meta.name, series, windows: read };
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function readWindow(window: Fields, where: string, endOffset: number, unions: Map<string, BarUnion>, fault: (problem: string) => Error): DatasetWindow {
  const { symbol, split } = window;
  if (typeof symbol !== 'string' || symbol === '') throw fault('"symbol" is missing');
  if (split !== undefined && split !== null && !PARTS.includes(split as SplitPart)) throw fault(`"split" is none of ${PARTS.join(', ')}`);
  const bars = readBars(window.bars, fault);
  const startTime = bars[0][0];
  if (window.start_ts !== undefined && Date.parse(String(window.start_ts)) !== startTime) throw fault('"start_ts" is not the time of its first bar');
  const union = unions.get(symbol) ?? makeBarUnion();
  unions.set(symbol, union);
  const conflict = union.add(bars);
  if (conflict !== null) throw fault(`its bar at ${new Date(conflict).toISOString()} differs from the same bar in another window`);
  return {
    id: where,
    symbol,
    startTime,
    endTime: bars[bars.length - 1][0],
    length: bars.length,
    split: (split ?? null) as SplitPart | null,
    spans: readSpans(window, bars, endOffset, fault),
  };
}

function readBars(value: unknown, fault: (problem: string) => Error): readonly BarTuple[] {
  if (!Array.isArray(value) || value.length === 0) throw fault('"bars" is missing');
  const one = makeBarColumns(1);
  value.forEach((bar: unknown, index) => {
    const isTuple = Array.isArray(bar) && bar.length >= 5 && bar.slice(0, 5).every((cell) => typeof cell === 'number');
    if (!isTuple) throw fault(`bar ${index + 1} is not [time, open, high, low, close, volume]`);
    BAR_COLUMN_NAMES.forEach((name, column) => (one[name][0] = bar[column]));
    if (isImpossible(one, 0)) throw fault(`bar ${index + 1} has impossible prices`);
    if (!Number.isSafeInteger(bar[0]) || (index > 0 && bar[0] <= value[index - 1][0])) throw fault(`the time of bar ${index + 1} is not after the one before`);
  });
  return value;
}

/** A window without a span is a reviewed window without an expansion. */
function readSpans(window: Fields, bars: readonly BarTuple[], endOffset: number, fault: (problem: string) => Error): readonly DatasetSpan[] {
  const { span_start: start, span_end: end, confidence = 1, type = null } = window;
  if ((start === undefined || start === null) && (end === undefined || end === null)) return [];
  if (!Number.isInteger(start) || !Number.isInteger(end)) throw fault('"span_start" and "span_end" must be whole numbers of bars');
  const [first, last] = [start as number, (end as number) - endOffset];
  if (first < 0 || last < first || last >= bars.length) throw fault(`its span ${first} to ${last} does not lie in its ${bars.length} bars`);
  if (typeof confidence !== 'number' || !(confidence > 0 && confidence <= 1)) throw fault('"confidence" must be above 0 and at most 1');
  if (type !== null && !SPAN_TYPES.includes(type as SpanType)) throw fault(`"type" is none of ${SPAN_TYPES.join(', ')}`);
  return [{ startTime: bars[first][0], endTime: bars[last][0], confidence, type: type as SpanType | null }];
}
