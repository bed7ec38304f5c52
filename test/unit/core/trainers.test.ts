import { describe, expect, it, vi } from 'vitest';
import type { ExaminedBackend } from '../../../src/shared/domain/examined-backend.ts';
import type { StartTrainer } from '../../../src/main/core/trainer-process.ts';
import { makeExaminations } from '../../../src/main/core/training/examinations.ts';
import { startTrainerClient } from '../../../src/main/core/training/trainer-client.ts';
import { makeTrainers } from '../../../src/main/core/training/trainers.ts';
import type { WebTrainers } from '../../../src/main/core/web-trainers/web-trainers.ts';
import { makeFakeTrainer, type FakeTrainer } from './web-trainers/fake-trainer.ts';

const WASM: ExaminedBackend = { name: 'wasm', usable: true, secondsPerStep: 0.02 };
const CPU: ExaminedBackend = { name: 'cpu', usable: true, secondsPerStep: 1.5 };
const webgpu = (secondsPerStep: number): ExaminedBackend => ({ name: 'webgpu', usable: true, secondsPerStep });

const AUTO = { threads: 'auto' } as const;
const NEVER = new AbortController().signal;

/** Answers examinations with these back ends; null: it hangs. */
function makeStart(backends: readonly ExaminedBackend[] | null) {
  const started: FakeTrainer[] = [];
  const start: StartTrainer = () => {
    const trainer = makeFakeTrainer((request) => (request.kind === 'examine' && backends !== null ? { kind: 'examined', id: request.id, threads: 2, backends } : undefined));
    started.push(trainer);
    return trainer;
  };
  return { start, started };
}

interface Machine {
  readonly process?: readonly ExaminedBackend[] | null;
  /** A text: why there is no window. */
  readonly web: readonly ExaminedBackend[] | null | string;
}

function makeMachine({ process = [WASM, CPU], web }: Machine) {
  const child = makeStart(process);
  const page = makeStart(typeof web === 'string' ? null : web);
  let id = 'first';
  const webTrainers: WebTrainers = { find: () => (typeof web === 'string' ? { obstacle: web } : { id, start: page.start }), onChange: () => undefined };
  const onChange = vi.fn();
  const trainers = makeTrainers({ startTrainer: child.start, webTrainers, onChange });
  return { trainers, child: child.started, page: page.started, onChange, changePage: () => (id = 'second') };
}

const examinations = (started: readonly FakeTrainer[]): number => started.flatMap(({ requests }) => requests).filter(({ kind }) => kind === 'examine').length;

describe('the choice of a trainer', () => {
  it('falls on a window whose WebGPU is the fastest, which then goes on with the work', async () => {
    const { trainers, child, page } = makeMachine({ web: [webgpu(0.005)] });
    const { client, backend, notes } = await trainers.choose('auto', AUTO, NEVER);
    expect([backend, notes]).toEqual(['webgpu', ['Training computes on webgpu (5 ms for a step of training), the fastest back end here: wasm takes 20 ms, cpu takes 1.5 s.']]);
    expect([child.length, page.length, child[0]!.isKilled(), page[0]!.isKilled(), client.isAlive()]).toEqual([1, 1, true, false, true]);
    client.kill();
  });

  it('falls on the child process where that is faster, and ends the window', async () => {
    const { trainers, child, page } = makeMachine({ web: [webgpu(0.1)] });
    const { backend, notes } = await trainers.choose('auto', AUTO, NEVER);
    expect([backend, notes![0]]).toEqual(['wasm', 'Training computes on wasm with 2 threads (20 ms for a step of training), the fastest back end here: webgpu takes 100 ms, cpu takes 1.5 s.']);
    expect([child[0]!.isKilled(), page[0]!.isKilled()]).toEqual([false, true]);
  });

  it('examines one after the other, never both at once', async () => {
    const { trainers, child, page } = makeMachine({ process: null, web: [webgpu(0.1)] });
    const choosing = trainers.choose('auto', AUTO, NEVER).catch(() => 'failed');
    await vi.waitFor(() => expect(examinations(child)).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page).toEqual([]);
    child[0]!.end('it ended with code 7');
    expect(await choosing).toBe('failed');
  });

  it('remembers what it found, for each number of threads, for wide vectors and each page', async () => {
    const { trainers, child, page, changePage, onChange } = makeMachine({ web: [webgpu(0.1)] });
    const wide = { ...AUTO, wideVectors: true };
    for (const settings of [AUTO, AUTO, { threads: 1 }, AUTO, { ...AUTO, wideVectors: false }, wide, wide] as const) await trainers.choose('auto', settings, NEVER);
    expect([examinations(child), examinations(page)]).toEqual([3, 1]);
    expect(onChange).toHaveBeenCalledTimes(4);
    changePage();
    await trainers.choose('auto', AUTO, NEVER);
    expect([examinations(child), examinations(page)]).toEqual([3, 2]);
  });

  it('examines with the settings of the run and nothing else of it', async () => {
    const { trainers, child } = makeMachine({ web: 'none' });
    const run = { threads: 1, wideVectors: true, epochs: 40 } as const;
    await trainers.choose('auto', run, NEVER);
    expect(child[0]!.requests).toEqual([{ kind: 'examine', id: expect.any(String), threads: 1, wideVectors: true }]);
  });

  it('costs nothing and says why where there is no window', async () => {
    const { trainers, page } = makeMachine({ web: 'there is no WebGPU here' });
    const { backend, notes } = await trainers.choose('auto', AUTO, NEVER);
    expect([backend, notes![1], page.length]).toEqual(['wasm', 'webgpu: there is no WebGPU here', 0]);
  });

  it.each([
    ['computes wrongly', [{ name: 'webgpu', usable: false, reason: 'the self-test failed' }], 'webgpu: the self-test failed'],
    ['pretends to be another back end', [{ name: 'wasm', usable: true, secondsPerStep: 1e-9 }], /^webgpu: .*it sent what no trainer sends/],
  ] as const)('passes over a window that %s', async (_what, web, reason) => {
    const { trainers } = makeMachine({ web: web as readonly ExaminedBackend[] });
    const { backend, notes } = await trainers.choose('auto', AUTO, NEVER);
    expect([backend, notes![1]]).toEqual(['wasm', typeof reason === 'string' ? reason : expect.stringMatching(reason)]);
  });

  it('takes what the person chose without any test', async () => {
    const { trainers, child, page } = makeMachine({ web: [webgpu(0.1)] });
    expect(await trainers.choose('cpu', AUTO, NEVER)).toMatchObject({ backend: 'cpu', notes: null });
    expect(await trainers.choose('webgpu', AUTO, NEVER)).toMatchObject({ backend: 'webgpu', notes: null });
    expect([examinations(child), examinations(page), child.length, page.length]).toEqual([0, 0, 1, 1]);
  });

  it('says what to do where WebGPU was chosen and no window is there', async () => {
    const { trainers } = makeMachine({ web: 'none is open' });
    await expect(trainers.choose('webgpu', AUTO, NEVER)).rejects.toMatchObject({ kind: 'trainer', message: 'WebGPU cannot be used now: none is open.', nextStep: expect.stringMatching(/leave its page open, or choose another back end/) });
    expect([trainers.isThere('webgpu'), trainers.isThere('wasm')]).toEqual([false, true]);
  });

  it('gives up in words where none can be used', async () => {
    const { trainers } = makeMachine({ process: [{ name: 'wasm', usable: false, reason: 'no SIMD' }], web: 'none is open' });
    await expect(trainers.choose('auto', AUTO, NEVER)).rejects.toThrow('No back end can be used (wasm: no SIMD; webgpu: none is open).');
  });

  it('stops at once when the project closes', async () => {
    const { trainers, page } = makeMachine({ web: null });
    const closing = new AbortController();
    const choosing = trainers.choose('auto', AUTO, closing.signal);
    await vi.waitFor(() => expect(page).toHaveLength(1));
    closing.abort();
    await expect(choosing).rejects.toThrow(/abort/i);
    expect(page[0]!.isKilled()).toBe(true);
  });
});

describe('the table of back ends', () => {
  const row = (report: ReturnType<ReturnType<typeof makeMachine>['trainers']['report']>, name: string) => report.backends.find((each) => each.name === name);

  it('says before a test what nothing speaks against, and after it what was found', async () => {
    const { trainers, child, page } = makeMachine({ web: [webgpu(0.005)] });
    const before = trainers.report(AUTO);
    expect([row(before, 'wasm'), row(before, 'webgpu'), before.choice]).toEqual([
      { name: 'wasm', usable: null, reason: '', secondsPerStep: null },
      { name: 'webgpu', usable: null, reason: '', secondsPerStep: null },
      null,
    ]);
    const after = await trainers.examine(AUTO);
    expect([row(after, 'wasm'), row(after, 'webgpu'), after.choice]).toEqual([
      { name: 'wasm', usable: true, reason: '', secondsPerStep: 0.02 },
      { name: 'webgpu', usable: true, reason: '', secondsPerStep: 0.005 },
      expect.stringMatching(/^Training computes on webgpu/),
    ]);
    expect([...child, ...page].every((trainer) => trainer.isKilled())).toBe(true);
    expect(trainers.report(AUTO)).toEqual(after);
  });

  it('says of each how it was started, and keeps what holds with wide vectors apart', async () => {
    const { trainers } = makeMachine({ process: [{ ...WASM, how: 'Wide vectors are on.' }, CPU], web: 'none is open' });
    const wide = { ...AUTO, wideVectors: true };
    await trainers.examine(wide);
    expect(row(trainers.report(wide), 'wasm')).toEqual({ name: 'wasm', usable: true, reason: 'Wide vectors are on.', secondsPerStep: 0.02 });
    expect([row(trainers.report(wide), 'cpu')!.reason, row(trainers.report(AUTO), 'wasm')!.usable]).toEqual(['', null]);
  });

  it('is made anew when that is asked', async () => {
    const { trainers, child, page } = makeMachine({ web: [webgpu(0.005)] });
    await trainers.examine(AUTO);
    await trainers.examine(AUTO);
    expect([examinations(child), examinations(page)]).toEqual([2, 2]);
  });
});

it('a window whose test has no end is given up, in words', async () => {
  const { start, started } = makeStart(null);
  const found = await makeExaminations(() => undefined, 30).ofPlace({ id: 'a', start }, () => startTrainerClient(start));
  expect(found).toEqual([{ name: 'webgpu', usable: false, reason: 'its test had no end within 0.03 s' }]);
  expect(started[0]!.isKilled()).toBe(true);
});
