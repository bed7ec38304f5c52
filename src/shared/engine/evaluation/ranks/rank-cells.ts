import type { RankedBars } from './rank-bars.ts';

/** Ranked bars in cells, from the highest probability down. Bars of equal probability never stand in two cells. */
export interface RankCells {
  /** [n], the cell of each ranked bar. */
  readonly of: Int32Array;
  /** [cells]: 1 where all bars have one probability. */
  readonly isTied: Uint8Array;
}

/** What bars add up to in each cell: [cells] each. */
export interface CellSums {
  readonly labelled: Float64Array;
  readonly others: Float64Array;
  readonly probability: Float64Array;
}

/** A cell for every distinct probability. */
export const exactCells = (bars: RankedBars): RankCells => cellsOf(bars, () => true);

/** Cells are closed at so many shares of all bars, and at so many of the labelled ones, which stand closest at the top. */
const SHARES = 192;

/**
 * Some 200 to 400 cells, whatever the number of bars: fine enough for intervals (their ends move by a thousandth or so), and
 * a resample then costs as much as its groups. A probability that fills a cell of its own has one of its own.
 */
export function coarseCells(bars: RankedBars): RankCells {
  const most = bars.target.length / SHARES;
  const mostLabelled = bars.target.reduce((sum, value) => sum + value, 0) / SHARES;
  return cellsOf(bars, (held, labelled, next) => held >= most || labelled >= Math.max(1, mostLabelled) || next >= most);
}

/** `isFull` is asked after every distinct probability, with what its cell holds and how many bars have the next probability. */
function cellsOf({ probability, target }: RankedBars, isFull: (bars: number, labelled: number, next: number) => boolean): RankCells {
  const of = new Int32Array(target.length);
  const tied: number[] = [];
  let [cell, values, bars, labelled] = [0, 0, 0, 0];
  for (let from = 0; from < target.length; ) {
    const to = endOfTies(probability, from);
    for (let i = from; i < to; i++) {
      of[i] = cell;
      labelled += target[i];
    }
    values++;
    bars += to - from;
    from = to;
    if (from < target.length && !isFull(bars, labelled, endOfTies(probability, from) - from)) continue;
    tied.push(values === 1 ? 1 : 0);
    cell++;
    [values, bars, labelled] = [0, 0, 0];
  }
  return { of, isTied: Uint8Array.from(tied) };
}

function endOfTies(probability: Float32Array, from: number): number {
  let to = from + 1;
  while (to < probability.length && probability[to] === probability[from]) to++;
  return to;
}

/** Of every group: [groups], each [cells]. */
export function groupSums({ probability, target, group }: RankedBars, { of, isTied }: RankCells, groups: number): readonly CellSums[] {
  const sums = Array.from({ length: groups }, () => makeSums(isTied.length));
  for (let i = 0; i < of.length; i++) {
    const own = sums[group[i]];
    if (target[i] > 0.5) own.labelled[of[i]]++;
    else own.others[of[i]]++;
    own.probability[of[i]] += probability[i];
  }
  return sums;
}

/** Adds up the groups, each as often as it counts. counts: [groups] */
export function weightedSums(groups: readonly CellSums[], counts: ArrayLike<number>): CellSums {
  const total = makeSums(groups[0].labelled.length);
  groups.forEach((sums, g) => {
    if (counts[g] === 0) return;
    addTimes(total.labelled, sums.labelled, counts[g]);
    addTimes(total.others, sums.others, counts[g]);
    addTimes(total.probability, sums.probability, counts[g]);
  });
  return total;
}

function addTimes(total: Float64Array, values: Float64Array, times: number): void {
  for (let c = 0; c < total.length; c++) total[c] += times * values[c];
}

const makeSums = (cells: number): CellSums => ({ labelled: new Float64Array(cells), others: new Float64Array(cells), probability: new Float64Array(cells) });
