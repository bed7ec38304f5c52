import type { EpochRecord } from '../../domain/run.ts';
import type { TrainConfig } from '../../domain/train-config.ts';
import { measureOf } from './epoch-record.ts';
import { isBetter, type EpochMeasure } from './train-state.ts';

/** The epoch whose weights are kept as the best of these, as the training itself chooses; null where there is none to choose by. */
export function bestEpoch(epochs: readonly EpochRecord[], tasks: TrainConfig['tasks']): number | null {
  let best: EpochMeasure | null = null;
  for (const record of epochs) {
    const measure = measureOf(record, tasks);
    if (record.val !== null && isBetter(measure, best)) best = measure;
  }
  return best?.epoch ?? null;
}
