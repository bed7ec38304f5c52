import { findName } from '../names/header-names.ts';
import { selectRows, type RowTable } from './row-table.ts';

const SYMBOL_NAMES = ['symbol', 'ticker', 'instrument', 'contract'];

export interface SymbolTable {
  readonly symbol: string;
  readonly table: RowTable;
}

/** A table for every symbol that a symbol column names; null: there is no such column. */
export function splitBySymbol(table: RowTable): readonly SymbolTable[] | null {
  const column = SYMBOL_NAMES.map((name) => findName(table.header ?? [], name)).find((index) => index !== undefined);
  if (column === undefined) return null;
  const rows = new Map<string, number[]>();
  let current = '';
  for (let row = 0; row < table.rowCount; row += 1) {
    // A damaged row without a symbol stays with its neighbour, whose report will list it.
    current = table.cells(row)[column]?.trim() || current;
    const list = rows.get(current);
    if (list === undefined) rows.set(current, [row]);
    else list.push(row);
  }
  if (rows.size === 1) return [{ symbol: current, table }];
  return [...rows].map(([symbol, list]) => ({ symbol, table: selectRows(table, Int32Array.from(list)) }));
}
