import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { installKernels } from '../../../../src/main/trainer/kernels/install-kernels.ts';
import { bilstmFor } from '../../../../src/shared/engine/kernels/bilstm/implementations.ts';
import { fusedNetworkFor } from '../../../../src/shared/engine/kernels/network/fused-network.ts';
import { randomNetworkTask, runNetwork } from '../../engine/kernels/network/network-tasks.ts';

beforeAll(async () => {
  await setBackend('cpu');
});

it('gives a back end both kernels, on one thread or two, with the same results', () => {
  const task = randomNetworkTask({ shape: { batch: 3, steps: 6, inputs: 2, units: 8 }, hiddenUnits: 8, spanOutputs: 1 }, null, 1);
  expect(fusedNetworkFor('cpu')).toBeNull();
  const run = () => runNetwork(fusedNetworkFor('cpu')!, task);
  expect(installKernels('cpu', 1)).toBe(true);
  const alone = run();
  expect(installKernels('cpu', 2)).toBe(true);
  expect(run()).toEqual(alone);
  expect(bilstmFor('cpu').name).toBe('wasm relaxed');
});
