import { parquetMetadata, parquetRead, type SchemaElement } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { guardParser } from '../bad-file.ts';
import { nextTurn } from '../monitor.ts';
import { shortestFloat32 } from './shortest-float32.ts';
import type { RowTable } from './row-table.ts';

const MAGIC = [0x50, 0x41, 0x52, 0x31];
export const isParquet = (bytes: Uint8Array): boolean => bytes.length >= 12 && MAGIC.every((byte, i) => bytes[i] === byte);

export const openParquetTable = (file: string, bytes: Uint8Array): Promise<RowTable> =>
  guardParser(file, 'Parquet', async () => {
    const buffer = bytes.slice().buffer;
    const metadata = parquetMetadata(buffer);
    const columns = flatColumns(metadata.schema);
    const cells = columns.map((): string[] => []);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      const place = new Map(columns.map((column, index) => [column.name, index]));
      await parquetRead({
        file: buffer,
        metadata,
        compressors,
        rowStart,
        rowEnd,
        columns: columns.map((column) => column.name),
        onChunk: ({ columnName, columnData, rowStart: chunkStart }) => {
          const index = place.get(columnName);
          if (index === undefined) return;
          const write = cellWriter(columns[index]);
          for (let i = 0; i < columnData.length; i += 1) cells[index][chunkStart + i] = write(columnData[i]);
        },
      });
      rowStart = rowEnd;
      await nextTurn();
    }
    return tableOf(columns, cells, rowStart);
  });

/** Leaves of the top level: bars are flat, and nested columns are of no use here. */
function flatColumns(schema: readonly SchemaElement[]): readonly SchemaElement[] {
  const columns: SchemaElement[] = [];
  for (let i = 1; i < schema.length; i += 1 + descendants(schema, i)) {
    if (schema[i].num_children === undefined && schema[i].repetition_type !== 'REPEATED') columns.push(schema[i]);
  }
  return columns;
}

function descendants(schema: readonly SchemaElement[], at: number): number {
  let count = 0;
  for (let child = 0; child < (schema[at]?.num_children ?? 0); child += 1) count += 1 + descendants(schema, at + count + 1);
  return count;
}

function cellWriter(column: SchemaElement): (value: unknown) => string {
  const localTime = column.logical_type?.type === 'TIMESTAMP' && !column.logical_type.isAdjustedToUTC;
  const isFloat32 = column.type === 'FLOAT';
  return (value) => {
    if (value instanceof Date) return localTime ? value.toISOString().slice(0, -1) : value.toISOString();
    if (typeof value === 'number' && isFloat32) return shortestFloat32(value);
    return value === null || value === undefined ? '' : String(value);
  };
}

function tableOf(columns: readonly SchemaElement[], cells: readonly (readonly string[])[], rowCount: number): RowTable {
  const rowCells = (row: number): readonly string[] => cells.map((column) => column[row] ?? '');
  return {
    kind: 'parquet',
    delimiter: null,
    header: columns.map((column) => column.name),
    columnCount: columns.length,
    rowCount,
    blankLines: 0,
    notes: columns.some((column) => column.type === 'FLOAT')
      ? ['Some columns hold 32-bit floats; each is read as the shortest decimal that it stands for.']
      : [],
    cells: rowCells,
    line: (row) => row + 1,
    text: (row) => rowCells(row).join(','),
  };
}
