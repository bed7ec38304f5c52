import { scalar, stack, type Scalar, type Tensor1D } from '@tensorflow/tfjs-core';
import type { TaskName } from '../../domain/train-config.ts';
import { kendall } from '../losses/kendall.ts';
import type { JadeTensors } from '../model/jade.ts';
import { logSigmaNames } from '../model/log-sigmas.ts';

/** What is minimised, from the raw losses; 0 where there are none. */
export function weightedTotal(model: JadeTensors, losses: ReadonlyMap<TaskName, Scalar>): Scalar {
  if (losses.size === 0) return scalar(0);
  return kendall([...losses].map(([task, loss]) => ({ loss, logSigma: model.get(logSigmaNames.get(task)!) as Scalar })));
}

/** Total first, then the raw losses in their order, so that one transfer reads them all. [1 + tasks] */
export const packLosses = (total: Scalar, losses: ReadonlyMap<TaskName, Scalar>): Tensor1D => stack([total, ...losses.values()]) as Tensor1D;

export function unpackLosses(values: ArrayLike<number>, tasks: readonly TaskName[]): { weighted: number; raw: Partial<Record<TaskName, number>> } {
  return { weighted: values[0], raw: Object.fromEntries(tasks.map((task, i) => [task, values[i + 1]])) };
}
