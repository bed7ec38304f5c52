import type { ContenderPart, ContenderRun } from '../../../domain/comparison.ts';
import type { Point } from './svg/line-chart.ts';

type Epoch = ContenderRun['epochs'][number];

/** By epoch, mean over the runs that came so far and have the figure. */
export function courseOf({ runs }: Pick<ContenderPart, 'runs'>, pick: (epoch: Epoch) => number | null | undefined): readonly Point[] {
  const found = new Map<number, number[]>();
  for (const { epochs } of runs) {
    for (const epoch of epochs) {
      const value = pick(epoch);
      if (typeof value === 'number' && Number.isFinite(value)) found.set(epoch.epoch, [...(found.get(epoch.epoch) ?? []), value]);
    }
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([epoch, values]) => [epoch, values.reduce((sum, value) => sum + value, 0) / values.length]);
}

/** The first, the last, and some eight between: what a table of a course has room for. */
export function milestones(learners: readonly Pick<ContenderPart, 'runs'>[]): readonly number[] {
  const last = Math.max(0, ...learners.flatMap(({ runs }) => runs.map(({ epochs }) => epochs.at(-1)?.epoch ?? 0)));
  const step = Math.max(1, Math.ceil(last / 10));
  const between = Array.from({ length: Math.floor(last / step) }, (_, n) => (n + 1) * step);
  return [...new Set([1, ...between, last])].filter((epoch) => epoch >= 1);
}
