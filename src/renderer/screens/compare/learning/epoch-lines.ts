import type { EpochRecord } from '../../../../shared/domain/run.ts';
import { courseOf } from '../../../../shared/engine/comparison/report/course.ts';
import type { Learner } from '../../../../shared/engine/comparison/contender-parts.ts';
import type { Line } from '../../../ui/plot-options.ts';
import { contenderLook, learnerLetter } from '../contender-looks.ts';

/** Of an epoch; null: not known there. */
export type EpochFigure = (epoch: EpochRecord) => number | null;

type Course = Pick<Learner, 'runs' | 'place' | 'nth'>;

/** 1, 2, ... as far as any of them trained. */
export function allEpochs(learners: readonly Pick<Learner, 'runs'>[]): readonly number[] {
  const last = Math.max(0, ...learners.flatMap(({ runs }) => runs.flatMap(({ epochs }) => epochs.map(({ epoch }) => epoch))));
  return Array.from({ length: last }, (_, i) => i + 1);
}

/** One line for each, [epochs]: the mean over those of its runs that have the figure there. Those that never have it get none. */
export function epochLines(learners: readonly Course[], epochs: readonly number[], figure: EpochFigure): readonly Line[] {
  return learners.flatMap((learner) => {
    const course = new Map(courseOf(learner, figure));
    if (course.size === 0) return [];
    const { colour, isDashed } = contenderLook(learner.place);
    return [{ name: learnerLetter(learner), colour, isDashed, values: epochs.map((epoch) => course.get(epoch) ?? null) }];
  });
}
