import type { Contender } from '../../../../shared/domain/comparison.ts';
import type { EpochRecord } from '../../../../shared/domain/run.ts';
import type { Line } from '../../../ui/plot-options.ts';
import { contenderLook } from '../contender-looks.ts';

/** Of an epoch; null: not known there. */
export type EpochFigure = (epoch: EpochRecord) => number | null;

export interface PlacedContender extends Pick<Contender, 'runs'> {
  /** Among all that are compared. */
  readonly place: number;
}

/** 1, 2, ... as far as any of the contenders trained. */
export function allEpochs(contenders: readonly Pick<Contender, 'runs'>[]): readonly number[] {
  const last = Math.max(0, ...contenders.flatMap(({ runs }) => runs.flatMap(({ epochs }) => epochs.map(({ epoch }) => epoch))));
  return Array.from({ length: last }, (_, i) => i + 1);
}

/** One line for each contender, [epochs]: the mean over those of its runs that have the figure there. Contenders that never have it get none. */
export function epochLines(contenders: readonly PlacedContender[], epochs: readonly number[], figure: EpochFigure): readonly Line[] {
  return contenders.flatMap(({ runs, place }) => {
    const values = meanByEpoch(runs, epochs, figure);
    if (values.every((value) => value === null)) return [];
    const { letter, colour, isDashed } = contenderLook(place);
    return [{ name: letter, colour, isDashed, values }];
  });
}

function meanByEpoch(runs: Contender['runs'], epochs: readonly number[], figure: EpochFigure): readonly (number | null)[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const record of runs.flatMap((run) => run.epochs)) {
    const value = figure(record);
    if (value === null) continue;
    const { sum, count } = sums.get(record.epoch) ?? { sum: 0, count: 0 };
    sums.set(record.epoch, { sum: sum + value, count: count + 1 });
  }
  return epochs.map((epoch) => {
    const found = sums.get(epoch);
    return found === undefined ? null : found.sum / found.count;
  });
}
