import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { makePredictor, type Predictor } from './predictor.ts';
import type { Trainers } from './trainers.ts';

/**
 * Predicts in a child process, and in a window or page where the run was told to compute on WebGPU and one is there: without
 * one its weights give the same to rounding on another back end.
 */
export function routePredictions({ isThere, startProcess, startWeb }: Pick<Trainers, 'isThere' | 'startProcess' | 'startWeb'>): Predictor {
  const inProcess = makePredictor(startProcess);
  const inWeb = makePredictor(startWeb);
  return {
    predict: (order, signal) =>
      order.config.backend === 'webgpu' && isThere('webgpu')
        ? inWeb.predict(order, signal)
        : inProcess.predict({ ...order, config: forProcess(order.config) }, signal),
    close: () => {
      inProcess.close();
      inWeb.close();
    },
  };
}

const forProcess = (config: TrainConfig): TrainConfig => (config.backend === 'webgpu' ? { ...config, backend: 'auto' } : config);
