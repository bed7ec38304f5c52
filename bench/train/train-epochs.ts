import type { TrainConfig } from '../../src/shared/domain/train-config.ts';
import type { TrainData } from '../../src/shared/engine/training/train-data.ts';
import { train } from '../../src/shared/engine/training/train-loop.ts';

/** Seconds of each epoch of a training as the app runs it. */
export async function trainEpochs(data: TrainData, config: TrainConfig): Promise<number[]> {
  const seconds: number[] = [];
  await train(data, config, {
    betweenSteps: async () => undefined,
    afterEpoch: (record) => seconds.push(record.seconds),
  });
  return seconds;
}
