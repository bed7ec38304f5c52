import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { installKernels } from '../../../../src/main/trainer/kernels/install-kernels.ts';
import { bilstmHeads } from '../../../../src/shared/engine/kernels/bilstm-heads/bilstm-heads.ts';
import { bilstmFor } from '../../../../src/shared/engine/kernels/bilstm/implementations.ts';
import { randomTask } from '../../engine/kernels/bilstm/random-task.ts';
import { inputTensor, weightTensors } from '../../engine/kernels/bilstm/run-implementation.ts';

beforeAll(async () => {
  await setBackend('cpu');
});

it('gives a back end both kernels, on one thread or two, with the same results', () => {
  const shape = { batch: 3, steps: 6, inputs: 2, units: 8 };
  const { x, weights } = randomTask(shape, 1);
  const run = () =>
    tidy(() => {
      const output = bilstmHeads(inputTensor(shape, x), weightTensors(shape, weights), []);
      return output?.mean.dataSync().slice();
    });
  expect(installKernels('cpu', 1)).toBe(true);
  const alone = run();
  expect(installKernels('cpu', 2)).toBe(true);
  expect(run()).toEqual(alone);
  expect(alone?.length).toBe(3 * 16);
  expect(bilstmFor('cpu').name).toBe('wasm relaxed');
});
