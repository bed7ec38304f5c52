import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CoreEvent } from '../../src/shared/contract/events.ts';
import type { TrainConfig } from '../../src/shared/domain/train-config.ts';
import type { RunSummary } from '../../src/shared/domain/run.ts';
import { bootShell, shutDown, type Shell } from './support/boot-shell.ts';
import type { Program } from './support/fake-child.ts';
import { playTrainer, type PlayedTrainer } from './support/play-trainer.ts';

const WASM = { name: 'wasm', usable: true, secondsPerStep: 0.02 } as const;
const WEBGPU = { name: 'webgpu', usable: true, secondsPerStep: 0.005 } as const;

let shell: Shell;
let inProcess: PlayedTrainer[];
const playProcess: Program = ({ parentPort }) => void parentPort.once('message', ({ ports }) => inProcess.push(playTrainer(ports[0], WASM)));
const boot = async (trainer: Program = playProcess) => {
  inProcess = [];
  shell = await bootShell({ trainer });
};
afterEach(() => shutDown(shell));

/** Opens the sample project and starts a training. What it is told comes as events. */
async function startTraining(changes: Partial<TrainConfig> = {}) {
  const { api, events } = await shell.connect();
  await api.createSampleProject({ seed: 1 });
  const presets = await api.listPresets({});
  if (!presets.ok) throw new Error(presets.error.message);
  expect(await api.startTraining({ config: { ...presets.value[0]!.config, ...changes } })).toMatchObject({ ok: true });
  return { api, ended: () => endOf(events) };
}

const endOf = (events: readonly CoreEvent[]): Promise<RunSummary> =>
  vi.waitFor(() => {
    const run = events.flatMap((event) => (event.kind === 'run-changed' && event.run.state !== 'running' ? [event.run] : []))[0];
    if (run === undefined) throw new Error('The run has not ended.');
    return run;
  }, 20_000);

/** The trainer in the hidden window, once the shell has handed it its port. */
async function playHidden(backend: typeof WEBGPU | { name: 'webgpu'; usable: false; reason: string }): Promise<PlayedTrainer> {
  const window = await vi.waitFor(() => {
    const found = shell.hiddenWindows().at(-1);
    if (found?.webContents.page === undefined) throw new Error('No hidden window was opened.');
    return found;
  }, 20_000);
  const [port] = await vi.waitFor(() => {
    if (window.webContents.page.ports.length === 0) throw new Error('It has no port.');
    return window.webContents.page.ports;
  });
  return playTrainer(port!, backend);
}

const orders = ({ requests }: PlayedTrainer) => requests.map(({ kind }) => kind);

describe('a trainer in a process', () => {
  it('is a process of its own, linked to the core by a port, and its end is told', async () => {
    await boot();
    const { ended } = await startTraining({ backend: 'wasm' });
    await vi.waitFor(() => expect(orders(inProcess[0]!)).toEqual(['train']), 20_000);
    expect(shell.children.map(({ name }) => name)).toEqual(['core.js', 'trainer.js']);
    shell.children[1]!.child.end(137);
    expect(await ended()).toMatchObject({ state: 'failed', error: expect.stringContaining('137') });
    expect(shell.hiddenWindows()).toEqual([]);
  });

  it('ends with the core that it works for', async () => {
    await boot(() => undefined);
    await startTraining();
    await vi.waitFor(() => expect(shell.children).toHaveLength(2));
    shell.children[0]!.child.end(139);
    await vi.waitFor(() => expect(shell.children[1]!.child.alive).toBe(false));
  });
});

describe('a trainer in a hidden window', () => {
  it('runs in a sandbox, is never shown, and trains where it is the fastest', async () => {
    await boot();
    const { api, ended } = await startTraining();
    const trainer = await playHidden(WEBGPU);
    await vi.waitFor(() => expect(orders(trainer)).toEqual(['examine', 'train']), 20_000);
    const [window] = shell.hiddenWindows();
    expect(window!.options).toMatchObject({ show: false });
    expect(window!.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      backgroundThrottling: false,
    });
    expect(window!.webContents.mainFrame.url).toBe('app://expanse/trainer.html');
    expect([window!.shown, window!.webContents.page.bridge]).toEqual([false, undefined]);
    expect(orders(inProcess[0]!)).toEqual(['examine']);

    const details = await api.readRun({ runId: 1 as never });
    expect(details).toMatchObject({ ok: true, value: { run: { backend: 'webgpu' }, backendNotes: ['Training computes on webgpu (5 ms for a step of training), the fastest back end here: wasm takes 20 ms.'] } });
    window!.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(await ended()).toMatchObject({ state: 'failed', error: expect.stringContaining('the process of its window ended (crashed)') });
    expect(window!.isDestroyed()).toBe(true);
  });

  it.each([
    ['closed', () => shell.hiddenWindows()[0]!.destroy(), 'its window was closed'],
    ['stuck', () => void shell.hiddenWindows()[0]!.emit('unresponsive'), 'its window no longer responded'],
    ['not loaded', () => void shell.hiddenWindows()[0]!.webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND'), 'its window could not be loaded (ERR_FILE_NOT_FOUND)'],
  ])('that is %s ends its run in words', async (_how, happen, reason) => {
    await boot();
    const { ended } = await startTraining({ backend: 'webgpu' });
    const trainer = await playHidden(WEBGPU);
    await vi.waitFor(() => expect(orders(trainer)).toEqual(['train']), 20_000);
    happen();
    expect(await ended()).toMatchObject({ state: 'failed', error: expect.stringContaining(reason) });
  });

  it('without a graphics card is closed again, and the reason stands with the run', async () => {
    await boot();
    const { api, ended } = await startTraining();
    await playHidden({ name: 'webgpu', usable: false, reason: 'WebGPU finds no graphics adapter' });
    await vi.waitFor(() => expect(orders(inProcess[0]!)).toEqual(['examine', 'train']), 20_000);
    await vi.waitFor(() => expect(shell.hiddenWindows()[0]!.isDestroyed()).toBe(true));
    await vi.waitFor(async () => expect(await api.readRun({ runId: 1 as never })).toMatchObject({ ok: true, value: { backendNotes: [expect.stringMatching(/^Training computes on wasm/), 'webgpu: WebGPU finds no graphics adapter'] } }));
    shell.children[1]!.child.end(0);
    await ended();
  });

  it('ends with the core that it works for', async () => {
    await boot();
    await startTraining({ backend: 'webgpu' });
    await playHidden(WEBGPU);
    shell.children[0]!.child.end(139);
    await vi.waitFor(() => expect(shell.hiddenWindows()[0]!.isDestroyed()).toBe(true));
  });

  it('stays while the app quits, until it has handed over what it learned', async () => {
    await boot();
    await startTraining({ backend: 'webgpu' });
    const trainer = await playHidden(WEBGPU);
    await vi.waitFor(() => expect(orders(trainer)).toEqual(['train']), 20_000);
    shell.window().closeByPerson();
    await vi.waitFor(() => expect(orders(trainer)).toEqual(['train', 'cancel']), 20_000);
    expect([shell.electron.app.exited, shell.hiddenWindows()[0]!.isDestroyed()]).toEqual([false, false]);
    const { id } = trainer.requests[0] as { id: string };
    trainer.answer({ kind: 'trained', id, epochs: 0, bestEpoch: null, cancelled: true });
    await vi.waitFor(() => expect(shell.electron.app.exited).toBe(true), 20_000);
    expect(shell.hiddenWindows()[0]!.isDestroyed()).toBe(true);
  });
});

describe('WebGPU', () => {
  it('is asked of Chromium on Linux, before the app is ready', async () => {
    await boot();
    const { allowWebGpu } = await import('../../src/main/shell/allow-webgpu.ts');
    shell.electron.app.switches.clear();
    allowWebGpu('darwin');
    expect([...shell.electron.app.switches]).toEqual([]);
    allowWebGpu('linux');
    expect([...shell.electron.app.switches]).toEqual([['enable-unsafe-webgpu', ''], ['enable-features', 'Vulkan']]);
  });
});
