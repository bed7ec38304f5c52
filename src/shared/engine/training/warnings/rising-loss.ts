import type { EpochRecord } from '../../../domain/run.ts';

/** Chance alone hardly lifts the mean over all training windows by so much. */
const RISE = 1.5;

/** null: the training loss (the plain sum of the tasks') never rose far above that of the first epoch. */
export function warnOfRisingLoss(epochs: readonly Pick<EpochRecord, 'epoch' | 'train'>[]): string | null {
  const [first, ...later] = epochs;
  const highest = later.reduce<(typeof epochs)[number] | null>((high, epoch) => (high === null || epoch.train.sum > high.train.sum ? epoch : high), null);
  if (highest === null || highest.train.sum <= RISE * first.train.sum) return null;
  const [from, to] = [first, highest].map(({ train }) => train.sum.toPrecision(3));
  return `The training loss rose from ${from} in the first epoch to ${to} in epoch ${highest.epoch}: the steps are too long. Lower the learning rate, or limit the gradient (gradientClip).`;
}
