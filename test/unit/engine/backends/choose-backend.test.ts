import { describe, expect, it } from 'vitest';
import type { BackendCandidate, BackendName } from '../../../../src/shared/engine/backends/backend.ts';
import { chooseBackend } from '../../../../src/shared/engine/backends/choose-backend.ts';

function candidates(broken: Partial<Record<BackendName, string>>, names: readonly BackendName[] = ['tensorflow', 'wasm', 'cpu']) {
  const started: [BackendName, number][] = [];
  const list = names.map((name): BackendCandidate => ({
    name,
    start: async (threads) => {
      if (broken[name] !== undefined) throw new Error(broken[name]);
      started.push([name, threads]);
    },
  }));
  return { list, started };
}

const passes = async (): Promise<void> => undefined;

describe('choosing a back end', () => {
  it('takes the first that starts, and says why not the others', async () => {
    const { list, started } = candidates({ tensorflow: 'its addon is missing' });
    expect(await chooseBackend(list, 'auto', 2, passes)).toEqual({ name: 'wasm', notes: ['tensorflow: its addon is missing'] });
    expect(started).toEqual([['wasm', 2]]);
  });

  it('passes over one that computes wrongly', async () => {
    const { list, started } = candidates({});
    const test = async (): Promise<void> => {
      if (started.length < 2) throw new Error('the self-test failed');
    };
    expect(await chooseBackend(list, 'auto', 1, test)).toEqual({ name: 'wasm', notes: ['tensorflow: the self-test failed'] });
  });

  it('takes no other than the one that was asked for', async () => {
    const { list, started } = candidates({ wasm: 'no SIMD' });
    expect((await chooseBackend(list, 'cpu', 1, passes)).name).toBe('cpu');
    await expect(chooseBackend(list, 'wasm', 1, passes)).rejects.toThrow('No back end can be used (wasm: no SIMD)');
    await expect(chooseBackend(list, 'webgpu', 1, passes)).rejects.toThrow('webgpu does not run in this process');
    expect(started).toEqual([['cpu', 1]]);
  });
});
