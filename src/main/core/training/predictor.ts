import type { WindowPredictions } from '../../../shared/domain/window-heads.ts';
import type { StartTrainer } from '../trainer-process.ts';
import { startTrainerClient, type PredictOrder, type TrainerClient } from './trainer-client.ts';

/** A trainer process of its own for predictions, so that they need not wait for a training. */
export interface Predictor {
  /** What is asked at once is predicted one after the other. Throws ExpanseError as a trainer does. */
  predict(order: PredictOrder, signal?: AbortSignal): Promise<WindowPredictions>;
  close(): void;
}

/** Starting a process takes a second, so it is kept for the next question for so long. */
const IDLE_MS = 60_000;

export function makePredictor(start: StartTrainer): Predictor {
  let client: TrainerClient | null = null;
  let idle: NodeJS.Timeout | undefined;
  let asked = 0;

  const close = (): void => {
    clearTimeout(idle);
    client?.kill();
    client = null;
  };
  const ask: Predictor['predict'] = async (...question) => {
    if (client?.isAlive() !== true) client = startTrainerClient(start);
    return client.predict(...question);
  };
  return {
    predict: async (...question) => {
      clearTimeout(idle);
      asked++;
      try {
        return await ask(...question);
      } finally {
        asked--;
        if (asked === 0) idle = setTimeout(close, IDLE_MS).unref();
      }
    },
    close,
  };
}
