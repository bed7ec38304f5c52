import type { PreviewBar } from '../../../shared/contract/imports.ts';
import { formatBarTime } from '../../ui/format/time.ts';
import { ROLE_NAMES } from './corrections.ts';

export interface ColumnPlace {
  /** In digits. */
  readonly width: number;
  /** What stands at its right. */
  readonly right: { readonly digits: number; readonly columns: number };
}

export interface ImportedColumn extends ColumnPlace {
  readonly name: string;
  /** One per row; empty where the row is rejected. */
  readonly texts: readonly string[];
}

const PRICES = ['open', 'high', 'low', 'close'] as const;
/** Punctuation is narrower than the digit that a `ch` is. */
const NARROW = 0.6;

const MOST_DECIMALS = 10;

/** The columns of a preview as they would be imported, each with the room that it needs and its distance from the right. */
export function importedColumns(bars: readonly (PreviewBar | null)[], timeframeMs: number): readonly ImportedColumn[] {
  const decimals = Math.max(0, ...bars.flatMap((bar) => (bar === null ? [] : PRICES.map((name) => decimalsOf(bar[name])))));
  const texts = (text: (bar: PreviewBar) => string) => bars.map((bar) => (bar === null ? '' : text(bar)));
  const columns = [
    { name: 'Opens at (UTC)', texts: texts((bar) => formatBarTime(bar.time, 'UTC', timeframeMs)) },
    ...PRICES.map((name) => ({ name: ROLE_NAMES[name], texts: texts((bar) => bar[name].toFixed(decimals)) })),
    { name: ROLE_NAMES.volume, texts: texts((bar) => (bar.volume === null ? '–' : String(bar.volume))) },
  ];
  const widths = columns.map(({ name, texts: rows }) => Math.ceil(Math.max(name.length, ...rows.map(digitsOf))));
  return columns.map((column, at) => {
    const after = widths.slice(at + 1);
    return { ...column, width: widths[at], right: { digits: after.reduce((sum, width) => sum + width, 0), columns: after.length } };
  });
}

const digitsOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[-: .,]/.test(character) ? NARROW : 1), 0);

function decimalsOf(price: number): number {
  const [, decimals = ''] = String(price).split('.');
  return Math.min(MOST_DECIMALS, decimals.length);
}
