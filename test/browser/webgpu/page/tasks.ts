import { memory } from '@tensorflow/tfjs-core';
import type { SpanMode } from '../../../../src/shared/domain/train-config.ts';
import { selfTest } from '../../../../src/shared/engine/backends/self-test.ts';
import { webGpuCandidate } from '../../../../src/shared/engine/backends/webgpu-candidate.ts';
import type { BilstmShape } from '../../../../src/shared/engine/kernels/bilstm/bilstm-weights.ts';
import { randomTask } from '../../../unit/engine/kernels/bilstm/random-task.ts';
import { randomCrfTask, type CrfTask } from '../crf-task.ts';
import { trainTenSteps } from '../train-ten-steps.ts';
import { countDispatches } from './count-dispatches.ts';
import { runBilstm } from './run-bilstm.ts';
import { runCrfNll } from './run-crf-nll.ts';
import { differentiateJadeGolden, runJadeGolden, runLstmGolden } from './run-golden.ts';

/** What a test may ask of the worker. Much data is slow on its way in, so the worker makes its own. */
export const tasks = {
  start: ({ allowFallback }: { readonly allowFallback: boolean }) => webGpuCandidate({ allowFallback }).start(1),
  selfTest: () => selfTest(),
  countTensors: () => memory().numTensors,
  bilstm: ({ shape, seed, hasCells, apart }: { readonly shape: BilstmShape; readonly seed: number; readonly hasCells: boolean; readonly apart: boolean }) =>
    runBilstm(randomTask(shape, seed), hasCells, apart),
  crfNll: ({ shape, size, seed }: { readonly shape: CrfTask['shape']; readonly size: number; readonly seed: number }) => runCrfNll(randomCrfTask(shape, size, seed)),
  lstmGolden: runLstmGolden,
  jadeGolden: runJadeGolden,
  differentiateJadeGolden,
  trainTenSteps,
  dispatchesOfTenSteps: (mode: SpanMode) => countDispatches(() => trainTenSteps(mode)),
};
