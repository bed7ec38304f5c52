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

const FIGURES = ['open', 'high', 'low', 'close', 'volume'] as const;
/** Letters are wider than digits. */
const LETTER = 1.15;

/** The columns of a preview as they would be imported, each with the room that it needs and its distance from the right. */
export function importedColumns(bars: readonly (PreviewBar | null)[], timeframeMs: number): readonly ImportedColumn[] {
  const texts = (text: (bar: PreviewBar) => string) => bars.map((bar) => (bar === null ? '' : text(bar)));
  const columns = [
    { name: 'Opens at (UTC)', texts: texts((bar) => formatBarTime(bar.time, 'UTC', timeframeMs)) },
    ...FIGURES.map((name) => ({ name: ROLE_NAMES[name], texts: texts((bar) => (bar[name] === null ? '–' : String(bar[name]))) })),
  ];
  const widths = columns.map(({ name, texts: rows }) => Math.ceil(Math.max(name.length * LETTER, ...rows.map((row) => row.length))));
  return columns.map((column, at) => {
    const after = widths.slice(at + 1);
    return { ...column, width: widths[at], right: { digits: after.reduce((sum, width) => sum + width, 0), columns: after.length } };
  });
}
