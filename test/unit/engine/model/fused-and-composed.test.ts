import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { fusedNetworkFor, setFusedNetwork } from '../../../../src/shared/engine/kernels/network/fused-network.ts';
import { initialise } from '../../../../src/shared/engine/model/initialise.ts';
import { jadeDropout } from '../../../../src/shared/engine/model/jade-dropout.ts';
import { runJade } from '../../../../src/shared/engine/model/run-jade.ts';
import { gatherBatch } from '../../../../src/shared/engine/training/batch.ts';
import { lossAndGradient } from '../../../../src/shared/engine/training/loss-and-gradient.ts';
import { makeObjective } from '../../../../src/shared/engine/training/objective.ts';
import { jadeConfigOf } from '../../../../src/shared/engine/training/train-state.ts';
import { activate } from '../backend.ts';
import { largestDifference } from '../golden-tensors.ts';
import { makeConfig, makePart } from '../training/train-tasks.ts';

const cases: readonly { readonly name: string; readonly changes: Partial<TrainConfig> }[] = [
  { name: 'as published', changes: {} },
  { name: 'soft on logits, with a positive weight', changes: { spanLoss: { kind: 'bce', on: 'logits', positiveWeight: 'from-data' } } },
  { name: 'soft, squared error, scaled countdown', changes: { spanLoss: { kind: 'mse' }, countdown: 'scaled' } },
  { name: 'confidence as weight', changes: { confidence: 'weight' } },
  { name: 'confidence as height', changes: { confidence: 'height' } },
  { name: 'the span alone', changes: { tasks: { pointers: false, type: false, span: true, countdown: false } } },
  { name: 'all but the span', changes: { tasks: { pointers: true, type: true, span: false, countdown: true } } },
  { name: 'crf', changes: { mode: 'crf' } },
  { name: 'dilated', changes: { encoder: { kind: 'dilated', channels: 16, blocks: 3, kernel: 3 } } },
  { name: 'dilated beyond the window, crf', changes: { mode: 'crf', encoder: { kind: 'dilated', channels: 8, blocks: 5, kernel: 5 } } },
  { name: 'whole spans', changes: { mode: 'segments', confidence: 'weight' } },
  { name: 'crf, confidence as weight', changes: { mode: 'crf', confidence: 'weight' } },
];

// What the model chooses between must be the same model, with the same losses.
describe('the fused and the composed network', () => {
  beforeAll(() => activate('wasm'));
  const kept = (): ReturnType<typeof fusedNetworkFor> => fusedNetworkFor('wasm');
  let fused: ReturnType<typeof fusedNetworkFor> = null;
  afterEach(() => setFusedNetwork('wasm', fused));

  it.each(cases)('$name: drop the same elements and have the same losses and gradients', async ({ changes }) => {
    fused = kept();
    expect(fused).not.toBeNull();
    const part = makePart({ windows: 5, length: 17, inputs: 3 }, 2);
    // Windows without a span, or with several, tell the heads of the window nothing.
    part.oneSpan[1] = 0;
    part.type[3] = -1;
    const config = makeConfig({ hiddenSize: 12, ...changes });
    const objective = makeObjective(config, part);
    const parameters = initialise(jadeConfigOf(config, 3), config.initialLogSigma, 4);
    const run = () => lossAndGradient(parameters, gatherBatch(part, [4, 0, 3, 1, 2], objective), objective, jadeDropout({ input: 0.3, head: 0.6 }, 9, 17));
    const whole = await run();
    setFusedNetwork('wasm', null);
    const composed = await run();
    expect(Object.keys(whole.losses.raw)).toEqual(Object.keys(composed.losses.raw));
    expect(whole.losses.weighted).toBeCloseTo(composed.losses.weighted, 4);
    expect(largestDifference(whole.gradient, composed.gradient)).toBeLessThan(2e-5);
    expect(Math.max(...composed.gradient)).toBeGreaterThan(0.001);
  });

  it('predict the same', async () => {
    fused = kept();
    const part = makePart({ windows: 5, length: 17, inputs: 3 }, 2);
    const parameters = initialise({ mode: 'crf', inputs: 3, hiddenSize: 12 }, makeConfig().initialLogSigma, 4);
    const whole = await runJade(parameters, part);
    setFusedNetwork('wasm', null);
    const composed = await runJade(parameters, part);
    for (const name of ['logits', 'pointers', 'emissions', 'countdown'] as const) {
      expect(largestDifference(whole[name], composed[name])).toBeLessThan(2e-6);
    }
  });
});
