import type { Resamples } from '../bootstrap/resamples.ts';
import type { RankedBars } from './rank-bars.ts';
import { coarseCells, exactCells, groupSums, weightedSums, type CellSums } from './rank-cells.ts';

export const RANKED_NAMES = ['auprc', 'auc', 'ece'] as const;

/** Bins of the calibration error, which C. Guo et al. (ICML 2017) define over bins of equal width; here they are of equal mass. */
const BINS = 15;

/** What the ranks of bars say. */
export interface RankedFigures {
  /** Area under precision over recall, by steps (average precision); NaN where no bar is labelled. */
  readonly auprc: number;
  /** Area under the ROC curve: how often a labelled bar has the higher probability, ties by half; NaN where bars are all of one kind. */
  readonly auc: number;
  /** Mean over bars of |mean probability - share of labelled bars| of their bin; 0 where there is no bar. */
  readonly ece: number;
  /** [BINS, 3]: of each bin, from the highest probability down, its mass, and the sums of probability and labels. */
  readonly bins: Float64Array;
}

/** Exact: bars of equal probability, which nobody can tell apart, enter every figure together. O(bars). */
export function rankedFigures(bars: RankedBars): RankedFigures {
  const cells = exactCells(bars);
  const [sums] = groupSums({ ...bars, group: new Int32Array(bars.target.length) }, cells, 1);
  return figuresOfCells(sums, cells.isTied);
}

/** Of every resample, by coarse cells: [resamples] for each of RANKED_NAMES. O(resamples * groups). */
export function sampleRanked(bars: RankedBars, { counts, groups, resamples }: Resamples): readonly Float64Array[] {
  const cells = coarseCells(bars);
  const sums = groupSums(bars, cells, groups);
  const samples = RANKED_NAMES.map(() => new Float64Array(resamples));
  for (let r = 0; r < resamples; r++) {
    const figures = figuresOfCells(weightedSums(sums, counts.subarray(r * groups, (r + 1) * groups)), cells.isTied);
    RANKED_NAMES.forEach((name, k) => (samples[k][r] = figures[name]));
  }
  return samples;
}

/** Within a cell of several probabilities, labelled bars and others are taken to be mixed evenly. */
function figuresOfCells(sums: CellSums, isTied: Uint8Array): RankedFigures {
  const [labelled, others] = [total(sums.labelled), total(sums.others)];
  let [found, wrong, precisionArea, rocArea] = [0, 0, 0, 0];
  for (let c = 0; c < isTied.length; c++) {
    const [own, other] = [sums.labelled[c], sums.others[c]];
    // Of tied bars all are marked at once; of mixed ones on average half.
    const share = isTied[c] === 1 ? 1 : 0.5;
    if (own > 0) precisionArea += (own * (found + share * own)) / (found + wrong + share * (own + other));
    rocArea += other * (found + own / 2);
    found += own;
    wrong += other;
  }
  const bins = equalMassBins(sums, (labelled + others) / BINS);
  return { auprc: precisionArea / labelled, auc: rocArea / (labelled * others), ece: calibrationError(bins, labelled + others), bins };
}

/** Where a bin ends within a cell, it takes its share of all that the cell holds. */
function equalMassBins({ labelled, others, probability }: CellSums, capacity: number): Float64Array {
  const bins = new Float64Array(BINS * 3);
  let [bin, room] = [0, capacity];
  for (let c = 0; c < labelled.length; c++) {
    const mass = labelled[c] + others[c];
    for (let left = mass; left > 0; ) {
      const taken = bin === BINS - 1 ? left : Math.min(left, room);
      bins[bin * 3] += taken;
      bins[bin * 3 + 1] += (taken / mass) * probability[c];
      bins[bin * 3 + 2] += (taken / mass) * labelled[c];
      left -= taken;
      room -= taken;
      if (room > 0 || bin === BINS - 1) continue;
      bin++;
      room = capacity;
    }
  }
  return bins;
}

function calibrationError(bins: Float64Array, mass: number): number {
  if (mass === 0) return 0;
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) error += Math.abs(bins[bin * 3 + 1] - bins[bin * 3 + 2]);
  return error / mass;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
