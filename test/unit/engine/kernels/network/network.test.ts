import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDilated } from '../../../../../src/shared/engine/kernels/dilated/plain.ts';
import { fitsFusedNetwork, makeFusedNetwork } from '../../../../../src/shared/engine/kernels/network/fused-network.ts';
import type { NetworkTask } from '../../../../../src/shared/engine/kernels/network/network-task.ts';
import { makePlainNetwork } from '../../../../../src/shared/engine/kernels/network/plain.ts';
import { dropoutMask } from '../../../../../src/shared/engine/model/dropout-mask.ts';
import { maxDifference } from '../bilstm/lstm-golden.ts';
import { outputList, randomNetworkTask, runNetwork } from './network-tasks.ts';

const plain = makePlainNetwork(({ key, probability }, size) => dropoutMask(key, size, probability));

const drop = fc.option(fc.record({ key: fc.integer({ min: 0, max: 2 ** 32 - 1 }), probability: fc.double({ min: 0, max: 0.9, noNaN: true }) }));
const dropouts = fc.option(fc.record({ input: drop, classifier: drop, pointers: drop, span: drop, countdown: drop }));
const sizes = fc.record({
  shape: fc.record({
    batch: fc.integer({ min: 1, max: 9 }),
    steps: fc.integer({ min: 1, max: 40 }),
    inputs: fc.integer({ min: 1, max: 14 }),
    units: fc.integer({ min: 1, max: 6 }).map((fours) => 4 * fours),
  }),
  dilated: fc.option(fc.record({ blocks: fc.integer({ min: 1, max: 4 }), kernel: fc.constantFrom(1, 3, 5) }), { nil: undefined }),
  hiddenUnits: fc.integer({ min: 1, max: 4 }).map((eights) => 8 * eights),
  spanOutputs: fc.integer({ min: 1, max: 2 }),
});
const small = { shape: { batch: 5, steps: 13, inputs: 3, units: 8 }, hiddenUnits: 8, spanOutputs: 2 };
const smallDilated = { ...small, dilated: { blocks: 3, kernel: 3 } };
const someDropout = {
  input: { key: 3, probability: 0.3 },
  classifier: null,
  pointers: { key: 9, probability: 0.5 },
  span: { key: 17, probability: 0.6 },
  countdown: { key: 18, probability: 0.6 },
};

/** Beside the corner of a rectifier the last bits decide which of two slopes a convolution has: there is nothing to agree on. */
function isAtAKink({ shape, dilated, features, dropout, parameters }: NetworkTask): boolean {
  if (dilated === undefined) return false;
  const mask = dropout?.input ? dropoutMask(dropout.input.key, features.length, dropout.input.probability) : null;
  const { pass } = plainDilated({ ...shape, ...dilated }, features.map((value, i) => value * (mask?.[i] ?? 1)), parameters.encoder);
  return pass.some((values) => values.some((value) => Math.abs(value) < 1e-5));
}

describe.each(['relaxed', 'plain', 'wide'] as const)('the fused network, %s build', (build) => {
  const network = makeFusedNetwork(build);

  it('agrees with plain float64 loops in outputs and gradients, for any sizes and dropout', () => {
    fc.assert(
      fc.property(sizes, dropouts, fc.nat(1e6), (size, dropout, seed) => {
        const task = randomNetworkTask(size, dropout, seed);
        fc.pre(!isAtAKink(task));
        const expected = runNetwork(plain, task, seed);
        runNetwork(network, task, seed).forEach((result, i) => {
          const scale = Math.max(1, maxDifference(expected[i]!, new Float32Array(expected[i]!.length)));
          expect(maxDifference(result, expected[i]!) / scale).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 60 },
    );
  });

  it.each([small, smallDilated])('gives the same bits each time, also after a larger task and from another instance', (size) => {
    const task = randomNetworkTask(size, someDropout, 1);
    const first = runNetwork(network, task);
    runNetwork(network, randomNetworkTask({ ...size, shape: { batch: 40, steps: 30, inputs: 7, units: 24 } }, null, 2));
    expect(runNetwork(network, task)).toEqual(first);
    expect(runNetwork(makeFusedNetwork(build), task)).toEqual(first);
  });

  it.each([small, smallDilated])('predicts what it would differentiate', (size) => {
    const task = randomNetworkTask(size, null, 4);
    expect(outputList(network.forward(task))).toEqual(runNetwork(network, task).slice(0, 4));
  });

  it.each([small, smallDilated])('hands a NaN on instead of hiding it', (size) => {
    const task = randomNetworkTask(size, null, 5);
    task.features[0] = NaN;
    const { logits, emissions } = network.forward(task);
    expect(Number.isNaN(logits[0])).toBe(true);
    expect(Number.isNaN(emissions[0])).toBe(true);
  });
});

describe('the wide build', () => {
  it('gives the bits of the relaxed one', () => {
    const [relaxed, wide] = [makeFusedNetwork('relaxed'), makeFusedNetwork('wide')];
    fc.assert(
      fc.property(sizes, dropouts, fc.nat(1e6), (size, dropout, seed) => {
        const task = randomNetworkTask(size, dropout, seed);
        expect(runNetwork(wide, task, seed)).toEqual(runNetwork(relaxed, task, seed));
      }),
      { numRuns: 30 },
    );
  });
});

describe('where the units fill no vectors of four', () => {
  it('the model composes', () => {
    expect([4, 6, 8, 96, 97].map(fitsFusedNetwork)).toEqual([true, false, true, true, false]);
  });
});
