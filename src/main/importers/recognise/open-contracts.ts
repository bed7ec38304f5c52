import { ExpanseError } from '../../../shared/contract/errors.ts';
import { badFile } from '../bad-file.ts';
import { nextTurn } from '../monitor.ts';
import { parseNumber } from '../rows/parse-number.ts';
import { requireColumns } from '../rows/require-columns.ts';
import type { Source, SourceMember } from '../source/open-source.ts';
import { openTable } from '../table/open-table.ts';
import { splitBySymbol } from '../table/split-by-symbol.ts';
import { definedOnly, type Corrections } from './corrections.ts';
import { recogniseTable, type RecognisedTable } from './recognise-table.ts';

/** One of the things that a file holds bars of: a member of a zip, a symbol of a column, or the file itself. */
export interface Contract extends RecognisedTable {
  /** Value of `options.member` that chooses it; null: the file holds nothing else. */
  readonly member: string | null;
  /** The file's or the member's name, for messages and for what a name tells. */
  readonly name: string;
  readonly rows: number;
  /** Summed; 0 where there is no choice to be made. */
  readonly volume: number;
}

export interface Contracts {
  readonly chosen: Contract;
  /** Most volume first; without volumes, most rows. */
  readonly all: readonly Contract[];
  /** Members of a zip that hold no bars, with the reason. */
  readonly unreadable: readonly string[];
}

/** Every contract in a file; `corrections.member` chooses one, else the one with the most volume is chosen. */
export async function openContracts(source: Source, corrections: Corrections): Promise<Contracts> {
  const all: Contract[] = [];
  const failures: ExpanseError[] = [];
  for (const member of source.members) {
    try {
      all.push(...(await openMember(source, member, corrections)));
    } catch (thrown) {
      if (!(thrown instanceof ExpanseError) || !source.isZip) throw thrown;
      failures.push(thrown);
    }
    await nextTurn();
  }
  all.sort((a, b) => b.volume - a.volume || b.rows - a.rows);
  if (all.length === 0) throw failures[0];
  const wanted = corrections.member ?? null;
  const chosen = wanted === null ? all[0] : all.find((contract) => contract.member === wanted);
  if (chosen === undefined) throw badFile(source.file, `it holds no "${wanted}".`, `Choose one of ${all.map((each) => each.member).join(', ')}.`);
  return { chosen, all, unreadable: failures.map((failure) => failure.message) };
}

/** Only the contract that `member` names, without unpacking the others. */
export async function openContract(source: Source, corrections: Corrections): Promise<Contract> {
  const wanted = corrections.member ?? null;
  const fitting = wanted === null ? [] : source.members.filter(({ name }) => wanted === name || wanted.startsWith(`${name}:`));
  const members = fitting.length > 0 ? fitting : source.members;
  return (await openContracts({ ...source, members }, corrections)).chosen;
}

async function openMember(source: Source, member: SourceMember, corrections: Corrections): Promise<readonly Contract[]> {
  const table = await openTable(member.name, await member.read(), corrections);
  const parts = splitBySymbol(table) ?? [{ symbol: undefined, table }];
  return parts.map((part): Contract => {
    const label = memberLabel(source.isZip, member.name, parts.length > 1 ? part.symbol : undefined);
    const recognised = recogniseTable(part.table, member.name, { symbol: part.symbol, ...definedOnly(corrections), member: label });
    // A zip may hold other things beside its bars; a file by itself is shown, so that its columns can be chosen.
    if (source.isZip) requireColumns(recognised.options.columns, part.table, member.name);
    // Summing takes as long as reading, and a file by itself has nothing to be compared with.
    const volume = label === null ? 0 : sumVolume(recognised);
    return { ...recognised, member: label, name: member.name, rows: part.table.rowCount, volume };
  });
}

function memberLabel(isZip: boolean, name: string, symbol: string | undefined): string | null {
  if (symbol === undefined) return isZip ? name : null;
  return isZip ? `${name}:${symbol}` : symbol;
}

function sumVolume({ table, options }: RecognisedTable): number {
  const column = options.columns.volume;
  if (column === undefined) return 0;
  let sum = 0;
  for (let row = 0; row < table.rowCount; row += 1) sum += Math.max(0, parseNumber(table.cells(row)[column] ?? '') || 0);
  return sum;
}
