import { availableParallelism } from 'node:os';
import { getBackend, memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { countThreads, startBackend } from '../../../src/main/trainer/start-backend.ts';
import { tryBackends } from '../../../src/main/trainer/try-backends.ts';

it('takes the fastest back end of this machine and leaves nothing behind', async () => {
  const { name, notes } = await startBackend('auto', 'auto');
  expect(getBackend()).toBe(name);
  expect(notes[0]).toContain(`Training computes on ${name}`);
  expect(memory().numTensors).toBe(0);
  const { examined, choice } = await tryBackends();
  expect(choice).toContain(`Training computes on ${name}`);
  const usable = examined.flatMap((each) => (each.usable ? [each] : []));
  const fastest = usable.reduce((best, each) => (each.secondsPerStep < best.secondsPerStep ? each : best));
  expect(fastest.name).toBe(name);
  // Estimated from a small step, the slowest back end of all still comes out as slow as it is.
  expect(usable.find((each) => each.name === 'cpu')!.secondsPerStep).toBeGreaterThan(10 * fastest.secondsPerStep);
});

it('takes as many threads as were asked for, else at most two', () => {
  expect(countThreads(5)).toBe(5);
  expect(countThreads('auto')).toBe(Math.min(2, availableParallelism()));
});
