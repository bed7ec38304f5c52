import { expect, describe, it } from 'vitest';
import { bilstmFor } from '../../../src/shared/engine/kernels/bilstm/implementations.ts';
import { lookForTensorflow } from '../../../src/main/environment/look-for-tensorflow.ts';
import { TFJS_NAME } from '../../../src/main/trainer/tensorflow/load-tensorflow.ts';
import { startBackend } from '../../../src/main/trainer/start-backend.ts';
import { float32Tolerance, maxDifference } from '../../unit/engine/kernels/bilstm/lstm-golden.ts';
import { goldenCases, goldensAbsent, readLstmGolden } from '../../unit/engine/kernels/bilstm/lstm-goldens.ts';
import { runImplementation } from '../../unit/engine/kernels/bilstm/run-implementation.ts';

// A process can hold one of the two, so the GPU's package goes first.
const name = (['tensorflow-gpu', 'tensorflow'] as const).find((each) => lookForTensorflow(each).folder !== null) ?? null;
const why = name === null ? ' (skipped: neither tfjs-node-gpu nor tfjs-node is here with its native library)' : '';

describe.skipIf(name === null)(`TensorFlow's own back end ${name ?? ''}${why}`, () => {
  it('starts and passes the self-test', async () => {
    expect((await startBackend(name!, 1)).name).toBe(name);
  });

  it.skipIf(goldensAbsent).each(goldenCases)(`agrees with PyTorch on %s${goldensAbsent ? ` (skipped: ${goldensAbsent})` : ''}`, async (golden) => {
    await startBackend(name!, 1);
    const wanted = readLstmGolden(golden);
    const results = runImplementation(bilstmFor(TFJS_NAME), wanted);
    wanted.expected.forEach((expected, i) => {
      expect(maxDifference(results[i]!, expected.f64), expected.name).toBeLessThanOrEqual(float32Tolerance(expected));
    });
  });
});
