import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { initialise } from '../../../../src/shared/engine/model/initialise.ts';
import { jadeDropout } from '../../../../src/shared/engine/model/jade-dropout.ts';
import { gatherBatch } from '../../../../src/shared/engine/training/batch.ts';
import { composedLossAndGradient } from '../../../../src/shared/engine/training/composed-loss-and-gradient.ts';
import { makeObjective } from '../../../../src/shared/engine/training/objective.ts';
import { jadeConfigOf } from '../../../../src/shared/engine/training/train-state.ts';
import { twoPassLossAndGradient } from '../../../../src/shared/engine/training/two-pass-loss-and-gradient.ts';
import { activate } from '../backend.ts';
import { largestDifference } from '../golden-tensors.ts';
import { makeConfig, makePart } from './train-tasks.ts';

describe('losses and gradient in two passes', () => {
  beforeAll(() => activate('cpu'));

  it.each(['soft', 'crf', 'segments'] as const)('are those of one pass: %s', async (mode) => {
    const part = makePart({ windows: 4, length: 12, inputs: 3 }, 2);
    const config = makeConfig({ mode, ...(mode === 'segments' ? { longestSpan: 9 } : {}) });
    const objective = makeObjective(config, part);
    const parameters = initialise(jadeConfigOf(config, 3), config.initialLogSigma, 4);
    const run = (compute: typeof composedLossAndGradient) => compute(parameters, gatherBatch(part, [3, 0, 1], objective), objective, jadeDropout({ input: 0.3, head: 0.6 }, 9, 17));
    const expected = await run(composedLossAndGradient);
    const before = memory().numTensors;
    const found = await run(twoPassLossAndGradient);
    expect(memory().numTensors).toBe(before);
    expect(found.losses.weighted).toBeCloseTo(expected.losses.weighted, 5);
    expect(largestDifference(found.gradient, expected.gradient)).toBeLessThan(2e-5);
    expect(Math.max(...expected.gradient)).toBeGreaterThan(0.001);
  });
});
