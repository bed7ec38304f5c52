import type { LossRecord, PerTask } from '../../domain/run.ts';
import { TASK_NAMES, type TaskName } from '../../domain/train-config.ts';
import type { Batch } from './batch.ts';

/** Losses of one batch. */
export interface BatchLosses {
  /** Of the tasks that the batch describes. */
  readonly raw: Partial<PerTask>;
  /** The Kendall-weighted sum that is minimised. */
  readonly weighted: number;
}

/** Adds up batches to the means over all their windows, whatever the batches' sizes. */
export class LossTally {
  readonly #sums = zeros();
  readonly #shares = zeros();
  #weighted = 0;
  #windows = 0;

  add(losses: BatchLosses, batch: Batch): void {
    this.#weighted += losses.weighted * batch.size;
    this.#windows += batch.size;
    for (const task of TASK_NAMES) {
      const total = batch.weights[task]?.total ?? 0;
      this.#sums[task] += (losses.raw[task] ?? 0) * total;
      this.#shares[task] += total;
    }
  }

  record(): LossRecord {
    const raw = zeros();
    for (const task of TASK_NAMES) raw[task] = this.#shares[task] === 0 ? 0 : this.#sums[task] / this.#shares[task];
    return { raw, weighted: this.#windows === 0 ? 0 : this.#weighted / this.#windows, sum: TASK_NAMES.reduce((sum, task) => sum + raw[task], 0) };
  }
}

const zeros = (): Record<TaskName, number> => ({ pointers: 0, type: 0, span: 0, countdown: 0 });
