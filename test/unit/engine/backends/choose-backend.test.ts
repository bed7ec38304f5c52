import { describe, expect, it } from 'vitest';
import type { BackendCandidate, BackendName, BackendProbe } from '../../../../src/shared/engine/backends/backend.ts';
import { chooseBackend } from '../../../../src/shared/engine/backends/choose-backend.ts';

/** Seconds of a step, or why it cannot be used. */
type Machine = Partial<Record<BackendName, number | { readonly startFails?: string; readonly testFails?: string }>>;

function makeMachine(machine: Machine) {
  const started: BackendName[] = [];
  const tested: BackendName[] = [];
  const timed: BackendName[] = [];
  const active = (): BackendName => started.at(-1)!;
  const about = (name: BackendName) => {
    const found = machine[name]!;
    return typeof found === 'number' ? { seconds: found } : found;
  };
  const candidates = (Object.keys(machine) as BackendName[]).map((name): BackendCandidate => ({
    name,
    start: async () => {
      const { startFails } = { startFails: undefined, ...about(name) };
      if (startFails !== undefined) throw new Error(startFails);
      started.push(name);
    },
  }));
  const probe: BackendProbe = {
    selfTest: async () => {
      const { testFails } = { testFails: undefined, ...about(active()) };
      tested.push(active());
      if (testFails !== undefined) throw new Error(testFails);
    },
    timeStep: async () => {
      timed.push(active());
      return machine[active()] as number;
    },
  };
  return { candidates, probe, started, tested, timed, active };
}

describe('choosing a back end', () => {
  it('tests and times every one, takes the fastest and says why', async () => {
    const { candidates, probe, active, tested, timed } = makeMachine({ tensorflow: 0.09, wasm: 0.0214, cpu: 1.52 });
    expect(await chooseBackend(candidates, 'auto', 2, probe)).toEqual({
      name: 'wasm',
      notes: ['Training computes on wasm with 2 threads (21 ms for a step of training), the fastest back end here: tensorflow takes 90 ms, cpu takes 1.5 s.'],
    });
    expect(active()).toBe('wasm');
    expect([tested, timed]).toEqual([['tensorflow', 'wasm', 'cpu'], ['tensorflow', 'wasm', 'cpu']]);
  });

  it('says why not the others, and times none that computes wrongly', async () => {
    const { candidates, probe, timed } = makeMachine({ tensorflow: { startFails: 'its addon is missing' }, webgpu: { testFails: 'the self-test failed' }, wasm: 0.02, cpu: 1 });
    const { name, notes } = await chooseBackend(candidates, 'auto', 1, probe);
    expect(name).toBe('wasm');
    expect(notes.slice(1)).toEqual(['tensorflow: its addon is missing', 'webgpu: the self-test failed']);
    expect(notes[0]).toContain('wasm with 1 thread (');
    expect(timed).toEqual(['wasm', 'cpu']);
  });

  it('says so where there is only one', async () => {
    const { candidates, probe } = makeMachine({ wasm: { startFails: 'no SIMD' }, cpu: 1.5 });
    expect((await chooseBackend(candidates, 'auto', 2, probe)).notes).toEqual(['Training computes on cpu (1.5 s for a step of training), the only back end that can be used here.', 'wasm: no SIMD']);
  });

  it('takes no other than the one that was asked for, however slow', async () => {
    const { candidates, probe, timed, tested } = makeMachine({ wasm: { startFails: 'no SIMD' }, cpu: 1.5 });
    expect(await chooseBackend(candidates, 'cpu', 1, probe)).toEqual({ name: 'cpu', notes: ['Training computes on cpu because the settings say so.'] });
    expect([tested, timed]).toEqual([['cpu'], []]);
    await expect(chooseBackend(candidates, 'wasm', 1, probe)).rejects.toThrow('No back end can be used (wasm: no SIMD)');
    await expect(chooseBackend(candidates, 'webgpu', 1, probe)).rejects.toThrow('webgpu does not run in this process');
  });

  it('gives up in words where none can be used', async () => {
    const { candidates, probe } = makeMachine({ wasm: { startFails: 'no SIMD' }, cpu: { testFails: 'result 3 is off' } });
    await expect(chooseBackend(candidates, 'auto', 1, probe)).rejects.toThrow('No back end can be used (wasm: no SIMD; cpu: result 3 is off).');
  });
});
