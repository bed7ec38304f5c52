import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../src/shared/contract/events.ts';
import { connectClient } from '../../../src/shared/transport/rpc.ts';
import { webSocketLink, type SocketLike } from '../../../src/shared/transport/web-socket-link.ts';
import { makeMark, type Mark } from './marked-processes.ts';

const START = join(import.meta.dirname, '..', '..', '..', 'scripts', 'start.mjs');
const ADDRESS = /^http:\/\/127\.0\.0\.1:\d+\/\?token=\S+$/m;
const GONE_WITHIN_MS = 10_000;

let home: string;
let mark: Mark;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'expanse-start-'));
  mark = makeMark();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Started {
  readonly process: ChildProcess;
  readonly address: string;
  readonly output: () => string;
}

const start = (args: readonly string[] = ['--browser']) => startAs(process.execPath, [START, ...args]);

async function startAs(command: string, args: readonly string[]): Promise<Started> {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child = spawn(command, args, {
    cwd: home,
    env: { ...env, ...mark.env, CI: 'true', INIT_CWD: home, EXPANSE_DATA: join(home, 'data'), EXPANSE_PROJECTS: join(home, 'projects') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        const found = ADDRESS.exec(output);
        if (found !== null) resolve(found[0]);
      });
    }
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  return { process: child, address: await address, output: () => output };
}

async function signIn(address: string): Promise<string> {
  const { headers } = await fetch(address, { redirect: 'manual' });
  return headers.get('set-cookie')!.split(';')[0]!;
}

/** Trains on the sample project, and resolves once the trainer works. */
async function beginTraining(address: string): Promise<void> {
  const socket = new WebSocket(`${address.replace('http', 'ws').split('/?')[0]}/core`, { headers: { cookie: await signIn(address) } });
  await once(socket, 'open');
  let heard: (event: CoreEvent) => void = () => undefined;
  const core = connectClient(webSocketLink(socket as unknown as SocketLike), { onCoreEvent: (event) => heard(event) });
  expect(await core.createSampleProject({ seed: 1 })).toMatchObject({ ok: true });
  const presets = await core.listPresets({});
  if (!presets.ok) throw new Error(presets.error.message);
  const epoch = new Promise<void>((resolve) => (heard = (event) => event.kind === 'run-epoch' && resolve()));
  const config = { ...presets.value[0]!.config, epochs: 10_000 };
  expect(await core.startTraining({ config })).toMatchObject({ ok: true });
  await epoch;
}

describe.skipIf(process.platform !== 'linux')('npm start (processes are told apart by /proc, so on Linux only)', () => {
  it('says in one line why there is no window, and serves the page at the address on a line of its own', async () => {
    const started = await start([]);
    expect(started.output()).toMatch(/^Opening in the browser: .+\.$/m);
    const page = await fetch(started.address, { redirect: 'manual' });
    expect(page.status).toBe(303);
    started.process.kill('SIGTERM');
    await mark.allGone(GONE_WITHIN_MS);
  });

  it('opens a project named from where the person stands, and creates it there', async () => {
    const started = await start(['mine.expanse', '--browser']);
    expect(started.output()).toContain('mine.expanse');
    started.process.kill('SIGTERM');
    await mark.allGone(GONE_WITHIN_MS);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s while a model is in training ends every process, as a wish and not a failure', async (signal) => {
    const started = await start();
    await beginTraining(started.address);
    expect(mark.running().some((line) => line.includes('trainer'))).toBe(true);
    const ended = once(started.process, 'exit');
    started.process.kill(signal);
    expect(await ended).toEqual([0, null]);
    await mark.allGone(GONE_WITHIN_MS);
  });

  it('a start script that dies takes host and trainer with it', async () => {
    const started = await start();
    await beginTraining(started.address);
    started.process.kill('SIGKILL');
    await expect(mark.allGone(GONE_WITHIN_MS)).resolves.toBeUndefined();
  });

  it('ends when whoever started it, such as npm, dies without a word', async () => {
    const started = await startAs('sh', ['-c', `"${process.execPath}" "${START}" --browser; true`]);
    started.process.kill('SIGKILL');
    await expect(mark.allGone(GONE_WITHIN_MS)).resolves.toBeUndefined();
  });

  it('says what its arguments are instead of starting with wrong ones', async () => {
    await expect(start(['bars.csv'])).rejects.toThrow(/bars\.csv is not named like a project.*\nusage: npm start/);
  });
});
