import { fork } from 'node:child_process';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { TrainerProcess } from '../../../src/main/core/trainer-process.ts';
import { startChild, startNodeTrainer } from '../../../src/main/trainer/start-node-trainer.ts';
import { watchSilence } from '../../../src/main/core/training/watch-silence.ts';
import type { TrainerMessage, TrainerRequest } from '../../../src/shared/engine/training/messages.ts';
import { makeConfig, makeData } from '../../unit/engine/training/train-tasks.ts';

const data = makeData({ windows: 20, length: 12, inputs: 3 }, 6);
const running: TrainerProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), 'expanse-trainer-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => running.splice(0).forEach((trainer) => trainer.kill()));

function listen(trainer: TrainerProcess) {
  running.push(trainer);
  const messages: TrainerMessage[] = [];
  const heard = new Set<() => void>();
  trainer.onMessage((message) => {
    messages.push(message as TrainerMessage);
    heard.forEach((look) => look());
  });
  const exit = new Promise<string>((exited) => trainer.onExit(exited));
  // Also fails when the trainer ends or answers with an error that nobody waits for.
  const until = <Kind extends TrainerMessage['kind']>(kind: Kind): Promise<Extract<TrainerMessage, { kind: Kind }>> =>
    new Promise((found, missed) => {
      const look = (): void => {
        const message = messages.find((each): each is Extract<TrainerMessage, { kind: Kind }> => each.kind === kind);
        const failed = messages.find((each) => each.kind === 'failed');
        if (message !== undefined) found(message);
        else if (failed !== undefined) missed(new Error(failed.error.message));
      };
      heard.add(look);
      void exit.then((reason) => missed(new Error(reason)));
      look();
    });
  return { messages, exit, until, ask: (request: TrainerRequest) => trainer.post(request), kill: () => trainer.kill() };
}

/** A child that runs the given code instead of a trainer. */
function startScript(code: string): TrainerProcess {
  const path = join(folder, `${Math.random()}.mjs`);
  writeFileSync(path, code);
  return startChild(path);
}

const endless: TrainerRequest = { kind: 'train', id: 'endless', config: makeConfig({ epochs: 1_000_000 }), data, resume: null };

describe('a trainer in a process of its own', () => {
  it.each(['auto', 'wasm', 'cpu'] as const)('trains and predicts on %s', async (backend) => {
    const { ask, until, messages } = listen(startNodeTrainer());
    const config = makeConfig({ backend });
    ask({ kind: 'train', id: 'a', config, data, resume: null });
    await until('trained');
    expect(messages[0]).toMatchObject({ kind: 'ready', backend: backend === 'auto' ? 'wasm' : backend });
    const { weights } = await until('checkpoint');
    ask({ kind: 'predict', id: 'b', config, weights, windows: data.val!, heads: false });
    const { probabilities } = await until('predicted');
    expect(probabilities).toBeInstanceOf(Float32Array);
    expect(probabilities.length).toBe(72);
    expect(probabilities.every((value) => value > 0 && value < 1)).toBe(true);
  });

  it('says which back end it does not have', async () => {
    const { ask, until } = listen(startNodeTrainer());
    ask({ kind: 'train', id: 'a', config: makeConfig({ backend: 'webgpu' }), data, resume: null });
    expect((await until('failed')).error.message).toContain('webgpu does not run in this process');
  });

  it('is cancelled in the middle, with what it learned', async () => {
    const { ask, until } = listen(startNodeTrainer());
    ask(endless);
    await until('epoch');
    ask({ kind: 'cancel', id: 'endless' });
    expect(await until('trained')).toMatchObject({ cancelled: true });
    expect((await until('checkpoint')).weights.length).toBeGreaterThan(1000);
  });

  it('ends when it is told to', async () => {
    const { ask, exit } = listen(startNodeTrainer());
    ask({ kind: 'shutdown' });
    expect(await exit).toBe('it ended with code 0');
  });

  it('is reported when it is killed in the middle', async () => {
    const { ask, until, exit, kill } = listen(startNodeTrainer());
    ask(endless);
    await until('epoch');
    kill();
    expect(await exit).toBe('it was ended by SIGKILL');
  });

  it('is reported with its last words when it fails to start', async () => {
    const { exit } = listen(startScript('throw new Error("no memory for tensors");'));
    expect(await exit).toMatch(/^it ended with code 1: [^]*no memory for tensors/);
  });

  it('is ended and reported when it hangs at work', async () => {
    const { ask, exit } = listen(watchSilence(startScript('process.on("message", () => { for (;;); });'), 300));
    ask(endless);
    expect(await exit).toBe('it said nothing for 0.3 s and was ended');
  });

  it('may be silent while it has nothing to do', async () => {
    const { ask, exit } = listen(watchSilence(startScript('process.on("message", () => { process.send({ kind: "trained", id: "endless" }); setTimeout(() => process.exit(0), 4000); });'), 3000));
    ask(endless);
    expect(await exit).toBe('it ended with code 0');
  });

  it('ends when its parent is killed', async () => {
    const script = join(folder, 'parent.mjs');
    const entry = JSON.stringify(resolve('src/main/trainer/entry.ts'));
    writeFileSync(script, `
      import { fork } from 'node:child_process';
      const child = fork(${entry}, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      process.send(child.pid);
      setInterval(() => undefined, 1000);
    `);
    const parent = fork(script, { execArgv: [] });
    const pid = await new Promise<number>((told) => parent.once('message', (value) => told(value as number)));
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
