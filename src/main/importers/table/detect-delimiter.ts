import { splitCells } from './split-cells.ts';

export const DELIMITERS = [',', ';', '\t', '|', ' '] as const;

/** A time and four prices are the least that a row of bars has. */
const FEWEST_CELLS = 5;

/** The delimiter that cuts most lines into the same number of cells; null: none makes a table of bars. */
export function detectDelimiter(lines: readonly string[]): string | null {
  let best: string | null = null;
  let bestShare = 0.5;
  for (const delimiter of DELIMITERS) {
    const usual = usualCellCount(lines, delimiter);
    if (usual.cells < FEWEST_CELLS || usual.share <= bestShare) continue;
    best = delimiter;
    bestShare = usual.share;
  }
  return best;
}

/** The most frequent number of cells, and the share of lines that have it. */
export function usualCellCount(lines: readonly string[], delimiter: string): { readonly cells: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const { length } = splitCells(line, delimiter);
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  let cells = 0;
  let most = 0;
  for (const [length, count] of counts) {
    if (count > most) [cells, most] = [length, count];
  }
  return { cells, share: lines.length === 0 ? 0 : most / lines.length };
}
