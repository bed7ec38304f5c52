import { availableParallelism } from 'node:os';
import { getBackend, memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { countThreads, startBackend } from '../../../src/main/trainer/start-backend.ts';
import { examineNodeBackends, tryBackends } from '../../../src/main/trainer/try-backends.ts';

it('takes the fastest back end of this machine and leaves nothing behind', async () => {
  const { name, notes } = await startBackend('auto', 'auto');
  expect(getBackend()).toBe(name);
  expect(notes[0]).toContain(`Training computes on ${name}`);
  expect(memory().numTensors).toBe(0);
  const { examined, choice } = await tryBackends();
  expect(choice).toMatch(/^Training computes on /);
  expect(examined.filter(({ usable }) => usable).map((each) => each.name)).toEqual(expect.arrayContaining(['wasm', 'cpu']));
});

it('says what became of wide vectors that were asked for, and nothing of those that were not', async () => {
  const { notes } = await startBackend('wasm', 1, true);
  expect(notes).toEqual([expect.stringContaining('because the settings say so'), expect.stringMatching(/^Wide vectors are (on: .* times as fast|off although they were asked for: .*)\.$/)]);
  expect((await startBackend('wasm', 1)).notes).toHaveLength(1);
});

it('times wasm with the wide vectors that were asked for, and says so', async () => {
  const wasm = async (wideVectors: boolean) => (await examineNodeBackends({ threads: 1, wideVectors })).backends.find(({ name }) => name === 'wasm');
  expect(await wasm(true)).toMatchObject({ usable: true, how: expect.stringMatching(/^Wide vectors are (on|off)/) });
  expect(await wasm(false)).toEqual({ name: 'wasm', usable: true, secondsPerStep: expect.any(Number) });
});

it('takes as many threads as were asked for, else at most two', () => {
  expect(countThreads(5)).toBe(5);
  expect(countThreads('auto')).toBe(Math.min(2, availableParallelism()));
});
