import type { ImportOptions } from '../../shared/contract/imports.ts';
import { badFile } from './bad-file.ts';
import { cleanRows, type CleanRows } from './cleaning/clean-rows.ts';
import type { Monitor } from './monitor.ts';
import { openContract } from './recognise/open-contracts.ts';
import { readRows } from './rows/read-rows.ts';
import type { Source } from './source/open-source.ts';
import type { RowTable } from './table/row-table.ts';

/** A file read and cleaned, ready to be stored. */
export interface ImportedBars {
  readonly options: ImportOptions;
  readonly table: RowTable;
  readonly clean: CleanRows;
  readonly notes: readonly string[];
}

/**
 * Reads bars as the options say; options that are left out are detected. Throws 'bad-file' where not a single row is a
 * bar, 'invalid-input' for options that cannot be, 'cancelled'.
 */
export async function importBarsFrom(source: Source, corrections: Partial<ImportOptions>, monitor: Monitor): Promise<ImportedBars> {
  monitor.report('Opening the file', 0, null);
  const { table, options, notes, name } = await openContract(source, corrections);
  const rows = await readRows(table, options, name, monitor);
  const clean = cleanRows(rows, options.timeframeMs);
  if (clean.bars.time.length === 0) throw noBars(source.file, table, clean);
  return { options, table, clean, notes: [...notes, ...cleaningNotes(clean, rows.unknownVolumes, options.timeZone)] };
}

function noBars(file: string, table: RowTable, { rejected }: CleanRows): Error {
  const [first] = rejected;
  const example = first === undefined ? '' : ` Line ${table.line(first.row)}: ${first.reason}.`;
  return badFile(file, `none of its ${table.rowCount} rows is a bar.${example}`);
}

function cleaningNotes(clean: CleanRows, unknownVolumes: number, timeZone: string): readonly string[] {
  return [
    ...(clean.newestFirst ? ['The file runs from the newest bar to the oldest; it was turned round.'] : []),
    ...(unknownVolumes > 0 ? [`${unknownVolumes} rows have a volume that is no number; it is kept as unknown.`] : []),
    ...(clean.repeatedHour > 0
      ? [
          `${clean.repeatedHour} stamps happen twice in ${timeZone}, as clocks were set back: the earlier time is taken unless the row before is later already.`,
        ]
      : []),
  ];
}
