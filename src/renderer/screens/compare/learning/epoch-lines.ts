import type { Contender } from '../../../../shared/domain/comparison.ts';
import type { EpochRecord } from '../../../../shared/domain/run.ts';
import { courseOf } from '../../../../shared/engine/comparison/report/course.ts';
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
    const course = new Map(courseOf({ runs }, figure));
    if (course.size === 0) return [];
    const { letter, colour, isDashed } = contenderLook(place);
    return [{ name: letter, colour, isDashed, values: epochs.map((epoch) => course.get(epoch) ?? null) }];
  });
}
