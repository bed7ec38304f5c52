import type { BarsPreview, PreviewBar } from '../../../shared/contract/imports.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import { isImpossible } from '../cleaning/check-prices.ts';
import { FORMATS } from '../formats/all-formats.ts';
import { readFirstRows } from '../rows/read-rows.ts';
import { missingRoles } from '../rows/require-columns.ts';
import type { Source } from '../source/open-source.ts';
import { DELIMITERS } from '../table/detect-delimiter.ts';
import { firstRows } from '../table/row-table.ts';
import { TIME_FORMATS } from '../time/time-formats.ts';
import type { Corrections } from './corrections.ts';
import { openContracts, type Contract, type Contracts } from './open-contracts.ts';

const PREVIEW_ROWS = 20;

/** What a file would be imported as. Throws 'bad-file' for what is no table of rows. */
export async function previewBars(source: Source, corrections: Corrections): Promise<BarsPreview> {
  const contracts = await openContracts(source, corrections);
  const { chosen, all } = contracts;
  const { table, options, format } = chosen;
  const isChoice = chosen.member !== null;
  return {
    kind: 'bars',
    file: source.file,
    bytes: source.bytes,
    options,
    formatName: format.name,
    columnNames: table.header ?? Array.from({ length: table.columnCount }, (_, index) => `column ${index + 1}`),
    rawRows: firstRows(table, PREVIEW_ROWS),
    bars: previewRows(chosen),
    notes: [...chosen.notes, ...contractNotes(contracts)],
    members: isChoice ? all.map(({ member, rows, volume }) => ({ name: member ?? '', rows, volume })) : [],
    choices: {
      formats: FORMATS.map(({ id, name }) => ({ id, name })),
      timeFormats: TIME_FORMATS.map(({ id, example }) => ({ id, example })),
      delimiters: DELIMITERS,
    },
  };
}

function previewRows({ table, options, name }: Contract): readonly (PreviewBar | null)[] {
  if (missingRoles(options.columns).length > 0) return firstRows(table, PREVIEW_ROWS).map(() => null);
  const { bars, faults } = readFirstRows(table, options, name, PREVIEW_ROWS);
  return Array.from(bars.time, (time, row) => {
    if (faults.has(row) || isImpossible(bars, row)) return null;
    const volume = bars.volume[row];
    return {
      time: timeMs(time),
      open: bars.open[row],
      high: bars.high[row],
      low: bars.low[row],
      close: bars.close[row],
      volume: Number.isNaN(volume) ? null : volume,
    };
  });
}

function contractNotes({ chosen, all, unreadable }: Contracts): readonly string[] {
  const others = all.filter((contract) => contract !== chosen).map((contract) => contract.member);
  const why = all[0] === chosen ? ', which has the most volume' : '';
  return [
    ...(others.length === 0 ? [] : [`${chosen.member} is taken${why}; also in the file: ${others.slice(0, 20).join(', ')}.`]),
    ...unreadable.map((reason) => `Left out: ${reason}`),
  ];
}
