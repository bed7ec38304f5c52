import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { FeatureWindows } from '../../../shared/engine/model/run-jade.ts';
import type { StartTrainer } from '../trainer-process.ts';
import { startTrainerClient, type TrainerClient } from './trainer-client.ts';

/** A trainer process of its own for predictions, so that they need not wait for a training. */
export interface Predictor {
  /** -> [N*T]. One prediction after the other. Throws ExpanseError as a trainer does. */
  predict(config: TrainConfig, weights: Uint8Array, windows: FeatureWindows, signal?: AbortSignal): Promise<Float32Array>;
  close(): void;
}

/** Starting a process takes a second, so it is kept for the next question for so long. */
const IDLE_MS = 60_000;

export function makePredictor(start: StartTrainer): Predictor {
  let client: TrainerClient | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const close = (): void => {
    clearTimeout(idle);
    client?.kill();
    client = null;
  };
  const run: Predictor['predict'] = async (...question) => {
    clearTimeout(idle);
    if (client?.isAlive() !== true) client = startTrainerClient(start);
    try {
      return await client.predict(...question);
    } finally {
      idle = setTimeout(close, IDLE_MS).unref();
    }
  };
  return {
    predict: (...question) => {
      const answer = last.then(() => run(...question));
      last = answer.catch(() => undefined);
      return answer;
    },
    close,
  };
}
