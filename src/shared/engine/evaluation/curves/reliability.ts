import type { ReliabilityBin } from '../../../domain/evaluation.ts';
import type { RankedFigures } from '../ranks/ranked-figures.ts';

/** Of the bins of one pass over all bars, from the lowest probability up; empty bins are left out. */
export function reliabilityBins({ bins }: Pick<RankedFigures, 'bins'>): readonly ReliabilityBin[] {
  const found: ReliabilityBin[] = [];
  for (let from = bins.length - 3; from >= 0; from -= 3) {
    const [mass, probability, labelled] = bins.subarray(from, from + 3);
    if (mass > 0) found.push({ probability: probability / mass, labelled: labelled / mass, bars: mass });
  }
  return found;
}
