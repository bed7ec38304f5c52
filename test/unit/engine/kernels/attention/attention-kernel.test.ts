import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { startThreadTeam } from '../../../../../src/main/trainer/kernels/thread-team.ts';
import { AttentionWorkspace, type AttentionInputs, type AttentionShape } from '../../../../../src/shared/engine/kernels/attention/attention-workspace.ts';
import { oneThread } from '../../../../../src/shared/engine/kernels/wasm/kernel-instance.ts';
import { randomUniform, streamKey } from '../../../../../src/shared/engine/model/counter-random.ts';
import { largestDifference } from '../../golden-tensors.ts';
import { slowAttention } from './slow-attention.ts';

const sizes: fc.Arbitrary<AttentionShape> = fc
  .record({ batch: fc.integer({ min: 1, max: 3 }), steps: fc.integer({ min: 1, max: 20 }), width: fc.integer({ min: 1, max: 10 }), heads: fc.integer({ min: 1, max: 3 }) })
  .map(({ width, heads, ...others }) => ({ ...others, heads, channels: width * heads }));

function task({ batch, steps, channels }: AttentionShape, seed: number, scale: number) {
  const values = (stream: number, by: number): Float32Array => Float32Array.from({ length: batch * steps * channels }, (_, i) => by * (2 * randomUniform(streamKey(seed, stream), i) - 1));
  const inputs: AttentionInputs = [values(1, scale), values(2, scale), values(3, 1)];
  return { inputs, slopes: values(4, 1) };
}

const run = (workspace: AttentionWorkspace, shape: AttentionShape, { inputs, slopes }: ReturnType<typeof task>): Float32Array[] => [workspace.forward(shape, inputs), ...workspace.gradient(shape, inputs, slopes)];

describe.each(['relaxed', 'plain', 'wide'] as const)('attention on WebAssembly, %s build', (build) => {
  const workspace = new AttentionWorkspace(build, oneThread);

  it('agrees with float64 loops in output and gradients, for any sizes, also where a bar looks at one other alone', () => {
    fc.assert(
      fc.property(sizes, fc.nat(1e6), fc.constantFrom(0.5, 2, 30), (shape, seed, scale) => {
        const given = task(shape, seed, scale);
        const expected = slowAttention(shape, ...given.inputs, given.slopes);
        run(workspace, shape, given).forEach((found, i) => {
          const size = Math.max(1, ...Array.from(expected[i]!, Math.abs));
          expect(largestDifference(found, expected[i]!) / size).toBeLessThan(scale > 2 ? 2e-3 : 1e-5);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same bits each time, also after a larger task', () => {
    const shape = { batch: 3, steps: 13, channels: 12, heads: 2 };
    const given = task(shape, 1, 1);
    const first = run(workspace, shape, given);
    const larger = { batch: 5, steps: 40, channels: 24, heads: 1 };
    run(workspace, larger, task(larger, 2, 1));
    expect(run(workspace, shape, given)).toEqual(first);
  });
});

describe('attention on two threads', () => {
  const team = startThreadTeam(2);
  afterAll(() => team.close());

  it('gives the bits of one thread, many times in a row', () => {
    const shape = { batch: 5, steps: 21, channels: 16, heads: 2 };
    const given = task(shape, 3, 1);
    const expected = run(new AttentionWorkspace('relaxed', oneThread), shape, given);
    const workspace = new AttentionWorkspace('relaxed', team);
    const different = Array.from({ length: 200 }, () => run(workspace, shape, given)).filter((found) => found.some((values, i) => values.some((value, k) => value !== expected[i]![k])));
    expect(different.length).toBe(0);
  });
});
