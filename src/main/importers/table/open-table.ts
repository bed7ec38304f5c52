import { openDelimitedTable, type TableCorrections } from './delimited-table.ts';
import { looksLikeJson, openJsonTable, parseJson } from './json-table.ts';
import { isParquet, openParquetTable } from './parquet-table.ts';
import type { RowTable } from './row-table.ts';

/** The rows of unpacked bytes. What they are stored in shows in the bytes themselves, never in the file's name. */
export async function openTable(file: string, bytes: Uint8Array, corrections: TableCorrections): Promise<RowTable> {
  if (isParquet(bytes)) return openParquetTable(file, bytes);
  if (looksLikeJson(bytes)) return openJsonTable(file, await parseJson(file, bytes));
  return openDelimitedTable(file, bytes, corrections);
}
