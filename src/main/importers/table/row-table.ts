/** The data rows of a file as cells of text, whatever it is stored in. */
export interface RowTable {
  readonly kind: 'delimited' | 'json' | 'parquet';
  /** null: not a delimited text. */
  readonly delimiter: string | null;
  /** Names of the columns as written; null: the file has none. */
  readonly header: readonly string[] | null;
  /** Cells that a row should have. */
  readonly columnCount: number;
  readonly rowCount: number;
  readonly blankLines: number;
  /** What was passed over before the first row. */
  readonly notes: readonly string[];
  cells(row: number): readonly string[];
  /** 1-based line of a text; 1-based number of the record elsewhere. */
  line(row: number): number;
  /** As it stands in the file. */
  text(row: number): string;
}

/** The chosen rows of a table as a table. */
export function selectRows(table: RowTable, rows: Int32Array): RowTable {
  return {
    ...table,
    rowCount: rows.length,
    cells: (row) => table.cells(rows[row]),
    line: (row) => table.line(rows[row]),
    text: (row) => table.text(rows[row]),
  };
}

/** Rows from all over the table, in order. */
export function spreadRows(table: RowTable, count: number): readonly (readonly string[])[] {
  const step = Math.max(1, Math.floor(table.rowCount / count));
  return Array.from({ length: Math.min(count, table.rowCount) }, (_, index) => table.cells(index * step));
}

export function firstRows(table: RowTable, count: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.min(count, table.rowCount) }, (_, row) => table.cells(row));
}
