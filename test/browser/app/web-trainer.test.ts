import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/shared/contract/result.ts';
import type { RunId } from '../../../src/shared/domain/ids.ts';
import type { RunSummary } from '../../../src/shared/domain/run.ts';
import type { TrainConfig } from '../../../src/shared/domain/train-config.ts';
import { createCore, type Core } from '../../../src/main/core/core.ts';
import { makePageTrainers } from '../../../src/main/core/web-trainers/page-trainers.ts';
import { serve, type Host } from '../../../src/main/headless/serve.ts';
import { startNodeTrainer } from '../../../src/main/trainer/start-node-trainer.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { buildForSoftwareAdapter, WEBGPU_ARGS } from '../support/software-adapter.ts';
import { openApp, press, type AppPage } from './app-page.ts';

/** The renderer as it is, and as it takes the adapter of a browser without a graphics card. */
const BUILT = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer');
let softwareBuild: string;
let browser: Browser;
beforeAll(async () => {
  softwareBuild = mkdtempSync(join(tmpdir(), 'expanse-software-adapter-'));
  await buildForSoftwareAdapter(softwareBuild);
  browser = await launchBrowser(WEBGPU_ARGS);
});
afterAll(async () => {
  await browser?.close();
  rmSync(softwareBuild, { recursive: true, force: true });
});

let home: string;
let core: Core;
let host: Host;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'expanse-web-trainer-'))));
afterEach(async () => {
  await host.close();
  await core.close();
  rmSync(home, { recursive: true, force: true });
});

/** The core with the sample project, as `expanse serve` runs it, and a page that shows it. */
async function open(rendererFolder: string): Promise<AppPage> {
  const pages = makePageTrainers();
  core = createCore({ host: 'browser', version: 'test', dataFolder: home, projectsFolder: home, projectPath: null, startTrainer: startNodeTrainer, webTrainers: pages });
  host = await serve({ port: 0, rendererFolder, connect: core.connect, connectTrainer: pages.connect });
  valueOf(await core.api.createSampleProject({ seed: 1 }));
  return openPage();
}

async function openPage(): Promise<AppPage> {
  const app = await openApp(browser, host.freshAddress());
  await app.page.getByTestId('theme-menu').waitFor();
  return app;
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.kind}: ${result.error.message}`);
}

/** Few windows to learn from and to judge by: a program on the processor takes its time. */
async function shortConfig(changes: Partial<TrainConfig>): Promise<TrainConfig> {
  const [preset] = valueOf(await core.api.listPresets({}));
  return { ...preset!.config, epochs: 2, hiddenSize: 8, split: { kind: 'temporal', validation: 0.2, test: 0.7 }, ...changes };
}

async function webgpuRow() {
  const { backends } = valueOf(await core.api.listBackends({ threads: 'auto' }));
  return backends.find(({ name }) => name === 'webgpu')!;
}

/** It may have ended already. */
async function endOf(runId: RunId): Promise<RunSummary> {
  const ended = new Promise<RunSummary>((resolve) => {
    core.onEvent((event) => event.kind === 'run-changed' && event.run.id === runId && event.run.state !== 'running' && resolve(event.run));
  });
  const { run } = valueOf(await core.api.readRun({ runId }));
  return run.state === 'running' ? ended : run;
}

/** By then there is a checkpoint of the first one. */
const secondEpoch = (): Promise<void> => new Promise((resolve) => void core.onEvent((event) => event.kind === 'run-epoch' && event.record.epoch === 2 && resolve()));

async function train(config: TrainConfig): Promise<RunSummary> {
  const { runId } = valueOf(await core.api.startTraining({ config }));
  return endOf(runId);
}

describe('a page whose WebGPU is a program on the processor', () => {
  it('is refused in words, and training goes on without it', async () => {
    const { page, complaints } = await open(BUILT);
    await expect.poll(webgpuRow).toMatchObject({ usable: false, reason: expect.stringMatching(/no graphics card, only a program in its place/) });
    const run = await train(await shortConfig({ epochs: 1 }));
    expect(run).toMatchObject({ state: 'done', backend: 'wasm' });
    const { backendNotes } = valueOf(await core.api.readRun({ runId: run.id }));
    expect(backendNotes).toContainEqual(expect.stringMatching(/^webgpu: .*no graphics card/));

    await press(page, 'g', 't');
    await expect.poll(() => page.getByTestId('backend-notes').innerText()).toMatch(/Training computes on wasm[^]*webgpu: .*no graphics card/);
    await page.getByTestId('train.backends').press('Enter');
    await page.locator('[data-backend=webgpu][data-usable=false]').getByText('no graphics card').waitFor();
    await page.locator('[data-backend=wasm][data-usable=true]').getByText(/\d m?s$/).waitFor();
    await press(page, 'Escape');
    await page.locator('[data-backend=wasm]').waitFor({ state: 'detached' });
    await page.getByTestId('backend').press('Enter');
    expect(await page.getByRole('option', { name: 'WebGPU' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('option', { name: 'cpu' }).press('Enter');
    await page.getByText('Chosen by you').waitFor();

    const asked = await train(await shortConfig({ backend: 'webgpu' }));
    expect(asked).toMatchObject({ state: 'failed', error: expect.stringMatching(/WebGPU cannot be used now: .*no graphics card.*choose another back end/) });
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('a page that may train', () => {
  it('trains and predicts in its Worker, over a link of its own', async () => {
    const { page, complaints } = await open(softwareBuild);
    await expect.poll(webgpuRow).toMatchObject({ usable: null, reason: '' });
    const run = await train(await shortConfig({ backend: 'webgpu' }));
    expect(run, run.error ?? '').toMatchObject({ state: 'done', backend: 'webgpu', epochsDone: 2, error: null });
    expect(run.judged).not.toBeNull();
    await expect.poll(() => page.workers()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is tested in turn with the child process, and what was found is shown', async () => {
    const { page } = await open(softwareBuild);
    await expect.poll(webgpuRow).toMatchObject({ usable: null });
    const { backends, choice } = valueOf(await core.api.examineBackends({ threads: 'auto' }));
    expect(backends).toContainEqual({ name: 'webgpu', usable: true, reason: '', secondsPerStep: expect.any(Number) });
    expect(choice).toMatch(/^Training computes on \w+ .*webgpu/);
    await page.close();
  });

  it('ends its run in words when it is closed, and the run goes on with wasm', async () => {
    const { page } = await open(softwareBuild);
    await expect.poll(webgpuRow).toMatchObject({ usable: null });
    const begun = secondEpoch();
    const { runId } = valueOf(await core.api.startTraining({ config: await shortConfig({ backend: 'webgpu', epochs: 100 }) }));
    const ended = endOf(runId);
    await begun;
    await page.close();
    expect(await ended).toMatchObject({ state: 'failed', backend: 'webgpu', error: expect.stringMatching(/the page that it ran in was closed or left/) });
    const { resumableFrom } = valueOf(await core.api.readRun({ runId }));
    expect(resumableFrom).toBeGreaterThanOrEqual(1);

    valueOf(await core.api.resumeTraining({ runId, backend: 'wasm' }));
    expect(await endOf(runId)).toMatchObject({ state: 'done', backend: 'wasm', epochsDone: 100, error: null });
    const { backendNotes } = valueOf(await core.api.readRun({ runId }));
    expect(backendNotes).toContain(`Until epoch ${resumableFrom} it computed on webgpu.`);
  });

  it('stands by while another, which came first, is used', async () => {
    const { page: first } = await open(softwareBuild);
    await expect.poll(webgpuRow).toMatchObject({ usable: null });
    const { page: second } = await openPage();
    const begun = secondEpoch();
    const { runId } = valueOf(await core.api.startTraining({ config: await shortConfig({ backend: 'webgpu', epochs: 100 }) }));
    await begun;
    expect([first.workers().length, second.workers().length]).toEqual([1, 0]);
    const ended = endOf(runId);
    await first.close();
    expect(await ended).toMatchObject({ state: 'failed', error: expect.stringMatching(/the page that it ran in was closed or left/) });
    expect(await train(await shortConfig({ backend: 'webgpu', epochs: 1 }))).toMatchObject({ state: 'done', backend: 'webgpu' });
    await second.close();
  });
});
