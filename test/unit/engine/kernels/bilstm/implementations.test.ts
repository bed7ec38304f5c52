import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBlockLstm } from '../../../../../src/shared/engine/kernels/bilstm/block-lstm.ts';
import { cpuBilstm } from '../../../../../src/shared/engine/kernels/bilstm/cpu.ts';
import { makeCudnnBilstm } from '../../../../../src/shared/engine/kernels/bilstm/cudnn.ts';
import { referenceBilstm } from '../../../../../src/shared/engine/kernels/bilstm/reference.ts';
import { makeWasmBilstm } from '../../../../../src/shared/engine/kernels/bilstm/wasm.ts';
import { makeFakeTensorflow } from './fake-tensorflow/fake-tensorflow.ts';
import { float32Tolerance, maxDifference } from './lstm-golden.ts';
import { goldenCases, goldensAbsent, readLstmGolden } from './lstm-goldens.ts';
import { runImplementation } from './run-implementation.ts';

const { run } = makeFakeTensorflow();
const implementations = [referenceBilstm, cpuBilstm, makeWasmBilstm('relaxed'), makeWasmBilstm('plain'), makeBlockLstm(run), makeCudnnBilstm(run)];

beforeAll(async () => {
  await setBackend('cpu');
});

describe.skipIf(goldensAbsent)(`BiLSTM in float32 against PyTorch${goldensAbsent ? ` (skipped: ${goldensAbsent})` : ''}`, () => {
  const cases = implementations.flatMap((implementation) => goldenCases.map((name) => ({ implementation, name })));

  it.each(cases)('$implementation.name on $name: output, cells and all gradients', ({ implementation, name }) => {
    const golden = readLstmGolden(name);
    const results = runImplementation(implementation, golden);
    golden.expected.forEach((expected, i) => {
      expect(maxDifference(results[i]!, expected.f64), expected.name).toBeLessThanOrEqual(float32Tolerance(expected));
    });
  });
});
