import { backend, memory, ones, tidy } from '@tensorflow/tfjs-core';
import type { SpanMode } from '../../../../src/shared/domain/train-config.ts';
import { selfTest } from '../../../../src/shared/engine/backends/self-test.ts';
import { webGpuCandidate } from '../../../../src/shared/engine/backends/webgpu-candidate.ts';
import type { BilstmShape } from '../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import type { CounterDropout } from '../../../../src/shared/engine/kernels/network/network-task.ts';
import { drop } from '../../../../src/shared/engine/model/ops/drop.ts';
import { randomTask } from '../../../unit/engine/kernels/bilstm/random-task.ts';
import { randomCrfTask, type CrfTask } from '../crf-task.ts';
import { trainTenSteps } from '../train-ten-steps.ts';
import { countDispatches } from './count-dispatches.ts';
import { readAll, runBilstm, type BilstmRun } from './run-bilstm.ts';
import { runCrfNll } from './run-crf-nll.ts';
import { differentiateJadeGolden, runJadeGolden, runLstmGolden } from './run-golden.ts';

/** What a test may ask of the worker. Much data is slow on its way in, so the worker makes its own. */
export const tasks = {
  start: ({ allowFallback }: { readonly allowFallback: boolean }) => webGpuCandidate({ allowFallback }).start(1),
  selfTest: () => selfTest(),
  countTensors: () => memory().numTensors,
  bilstm: ({ shape, seed, run }: { readonly shape: BilstmShape; readonly seed: number; readonly run: BilstmRun }) => runBilstm(randomTask(shape, seed), run),
  crfNll: ({ shape, size, seed }: { readonly shape: CrfTask['shape']; readonly size: number; readonly seed: number }) => runCrfNll(randomCrfTask(shape, size, seed)),
  lstmGolden: runLstmGolden,
  jadeGolden: runJadeGolden,
  differentiateJadeGolden,
  dropOnes: ({ size, dropout }: { readonly size: number; readonly dropout: CounterDropout }) => readAll([tidy(() => drop(ones([size]), dropout))]),
  trainTenSteps: (mode: SpanMode) => countDispatches(() => trainTenSteps(mode)),
  /** Asks the device for something that there is not. */
  breakDevice: async () => {
    device().createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
    await device().queue.onSubmittedWorkDone();
  },
};

const device = (): GPUDevice => (backend() as unknown as { readonly device: GPUDevice }).device;
