import { describe, expect, it } from 'vitest';
import { startBackend } from '../../../src/main/trainer/start-backend.ts';
import { networkOfBackend } from '../../../src/shared/engine/model/network-of-backend.ts';
import { readState, writeState } from '../../../src/shared/engine/training/checkpoint.ts';
import { train } from '../../../src/shared/engine/training/train-loop.ts';
import { jadeConfigOf } from '../../../src/shared/engine/training/train-state.ts';
import { makeConfig, makeData } from '../../unit/engine/training/train-tasks.ts';

const data = makeData({ windows: 20, length: 25, inputs: 5 }, 6);

/** Everything on that could remember something, or draw a number. */
const elaborate = { epochs: 4, weightAverage: 0.9, gradientClip: 1, schedule: { kind: 'one-cycle', peakAt: 0.3 }, confidence: 'weight', crfProbability: 'marginals' } as const;

const dilated = (channels: number) => ({ kind: 'dilated', channels, blocks: 3, kernel: 3 }) as const;

interface Computed {
  readonly backend: 'wasm' | 'cpu';
  readonly threads: number;
  readonly hiddenSize: number;
  /** Of a dilated encoder; undefined: the BiLSTM. */
  readonly channels?: number;
}

/** The state after each epoch, as the checkpoint that would be kept. */
async function checkpointsOf(config: ReturnType<typeof makeConfig>, resume: Uint8Array | null = null): Promise<readonly Uint8Array[]> {
  const kept: Uint8Array[] = [];
  const resumed = resume && readState(resume, config, data.train.inputs);
  await train(data, config, { betweenSteps: async () => undefined, afterEpoch: (_, state) => kept.push(writeState(state)) }, { resumed });
  return kept;
}

describe.each(['soft', 'crf', 'segments'] as const)('the same data, configuration and seed (%s)', (mode) => {
  it.each([
    { backend: 'wasm', threads: 1, hiddenSize: 24 },
    { backend: 'wasm', threads: 2, hiddenSize: 24 },
    { backend: 'wasm', threads: 3, hiddenSize: 24 },
    // No vectors of four: the network is composed of operations.
    { backend: 'wasm', threads: 2, hiddenSize: 10 },
    { backend: 'cpu', threads: 1, hiddenSize: 24 },
    { backend: 'wasm', threads: 2, hiddenSize: 24, channels: 24 },
    { backend: 'wasm', threads: 2, hiddenSize: 24, channels: 10 },
  ] as const)('give the same bits twice, and after a resume from any epoch: $backend, $threads thread(s), $hiddenSize units, $channels channels', async ({ backend, threads, hiddenSize, channels }: Computed) => {
    const config = makeConfig({ mode, hiddenSize, ...elaborate, ...(channels === undefined ? {} : { encoder: dilated(channels) }) });
    await startBackend(backend, threads);
    expect(networkOfBackend(jadeConfigOf(config, 5)) === null).toBe(backend === 'cpu' || (channels ?? hiddenSize) === 10);
    const first = await checkpointsOf(config);
    expect(await checkpointsOf(config)).toEqual(first);
    for (let done = 1; done < first.length; done++) expect(await checkpointsOf(config, first[done - 1])).toEqual(first.slice(done));
  });

  it.each([{}, { encoder: dilated(24) }])('give the bits of one thread on two: %o', async (changes) => {
    const config = makeConfig({ mode, hiddenSize: 24, ...elaborate, ...changes });
    await startBackend('wasm', 1);
    const one = await checkpointsOf(config);
    await startBackend('wasm', 2);
    expect(await checkpointsOf(config)).toEqual(one);
  });
});
