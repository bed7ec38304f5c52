import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fusedHeadsFor, setFusedHeads } from '../../../../src/shared/engine/kernels/bilstm-heads/fused-heads.ts';
import { initialise } from '../../../../src/shared/engine/model/initialise.ts';
import { jadeDropout } from '../../../../src/shared/engine/model/jade-dropout.ts';
import { gatherBatch } from '../../../../src/shared/engine/training/batch.ts';
import { lossAndGradient } from '../../../../src/shared/engine/training/loss-and-gradient.ts';
import { makeObjective } from '../../../../src/shared/engine/training/objective.ts';
import { activate } from '../backend.ts';
import { largestDifference } from '../goldens.ts';
import { makeConfig, makePart } from '../training/train-tasks.ts';

// What the model chooses between must be the same model.
describe.each(['soft', 'crf'] as const)('%s: the fused and the composed network', (mode) => {
  beforeAll(() => activate('wasm'));
  const fused = (): ReturnType<typeof fusedHeadsFor> => fusedHeadsFor('wasm');
  let kept: ReturnType<typeof fusedHeadsFor> = null;
  afterEach(() => setFusedHeads('wasm', kept));

  it('drop the same elements and have the same losses and gradients', async () => {
    kept = fused();
    expect(kept).not.toBeNull();
    const part = makePart({ windows: 5, length: 17, inputs: 3 }, 2);
    const config = makeConfig({ mode, hiddenSize: 12 });
    const objective = makeObjective(config, part);
    const parameters = initialise({ mode, inputs: 3, hiddenSize: 12 }, config.initialLogSigma, 4);
    const run = () => lossAndGradient(parameters, gatherBatch(part, [4, 0, 3, 1, 2], objective), objective, jadeDropout({ input: 0.3, head: 0.6 }, 9, 17));
    const whole = await run();
    setFusedHeads('wasm', null);
    const composed = await run();
    expect(whole.losses.weighted).toBeCloseTo(composed.losses.weighted, 4);
    expect(largestDifference(whole.gradient, composed.gradient)).toBeLessThan(2e-5);
    expect(Math.max(...composed.gradient)).toBeGreaterThan(0.1);
  });
});
