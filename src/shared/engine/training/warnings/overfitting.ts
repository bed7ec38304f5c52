import type { EpochRecord, LossRecord } from '../../../domain/run.ts';
import type { TrainConfig } from '../../../domain/train-config.ts';
import { bestEpoch } from '../best-epoch.ts';

type Tasks = TrainConfig['tasks'];

/** Epochs over which a loss is averaged, because that of few windows jumps. */
const SMOOTHED = 3;
const RISE = 1.1;
/** Epochs since the lowest loss, before which a rise may be chance. */
const PATIENCE = 5;

interface Course {
  /** Index of the epoch with the lowest validation loss until then. */
  readonly lowest: number;
  readonly isOverfitting: boolean;
}

/** Of each epoch whether, until then, the validation loss rose well above its lowest while the training loss went on falling. */
export const seeOverfitting = (epochs: readonly EpochRecord[], tasks: Tasks): readonly boolean[] => course(epochs, tasks).map(({ isOverfitting }) => isOverfitting);

/** `epochs`: up to one in which it was seen. */
export function tellOverfitting(epochs: readonly EpochRecord[], { tasks, keep }: Pick<TrainConfig, 'tasks' | 'keep'>): string {
  const [validation, last] = [smoothed(epochs, (epoch) => lossOf(epoch.val, tasks)), epochs.length - 1];
  const { lowest } = course(epochs, tasks)[last];
  const [from, to] = [validation[lowest], validation[last]].map((loss) => loss.toPrecision(3));
  const kept = keep === 'last' ? ', but this run keeps the last' : ', and they are kept';
  const what = tasks.span ? 'validation loss of the span task' : 'validation loss';
  return `The ${what} rose from ${from} around epoch ${epochs[lowest].epoch} to ${to}, while the training loss went on falling: the model learns its windows by heart. The best weights so far are those of epoch ${bestEpoch(epochs, tasks)}${kept}. Stop here; next time stop early (earlyStopping), raise dropout or weight decay, or review more windows.`;
}

function course(epochs: readonly EpochRecord[], tasks: Tasks): readonly Course[] {
  const training = smoothed(epochs, (epoch) => lossOf(epoch.train, tasks));
  const validation = smoothed(epochs, (epoch) => lossOf(epoch.val, tasks));
  let lowest = 0;
  return epochs.map((_, i) => {
    if (validation[i] < validation[lowest]) lowest = i;
    const rose = validation[lowest] > 0 && validation[i] > RISE * validation[lowest];
    return { lowest, isOverfitting: i - lowest >= PATIENCE && rose && training[i] < training[lowest] };
  });
}

/** Losses of one kind: that which decides about the best epoch. NaN, which is above nothing, without a validation part. */
const lossOf = (losses: LossRecord | null, { span }: Tasks): number => (losses === null ? Number.NaN : span ? losses.raw.span : losses.sum);

function smoothed(epochs: readonly EpochRecord[], loss: (epoch: EpochRecord) => number): readonly number[] {
  return epochs.map((_, i) => {
    const near = epochs.slice(Math.max(0, i + 1 - SMOOTHED), i + 1);
    return near.reduce((sum, epoch) => sum + loss(epoch), 0) / near.length;
  });
}
