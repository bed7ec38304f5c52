import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/shared/domain/run.ts';
import { createCore } from '../../src/main/core/core.ts';
import { startChild } from '../../src/main/trainer/start-node-trainer.ts';
import type { CoreArguments, ToCore } from '../../src/main/shell/core-messages.ts';

const OUT = join(import.meta.dirname, '..', '..', 'out');
const RUN_CORE = join(import.meta.dirname, 'support', 'run-core-bundle.ts');

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'expanse-bundles-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

// What the bundler left out or moved shows only when the bundle runs.
describe('the bundles that Electron runs', () => {
  it('the core answers the shell, opens projects and ends when asked', async () => {
    const coreArguments: CoreArguments = { version: 'test', dataFolder: home, projectsFolder: home, projectPath: null };
    const core = fork(RUN_CORE, [JSON.stringify(coreArguments)]);
    const ask = async (message: ToCore) => {
      core.send(message);
      return (await once(core, 'message'))[0] as unknown;
    };
    expect(await ask({ kind: 'open-project', id: 1, path: join(home, 'none.expanse') })).toMatchObject({ kind: 'reply', id: 1, result: { ok: false } });
    core.send({ kind: 'close' } satisfies ToCore);
    expect(await once(core, 'exit')).toEqual([0, null]);
  });

  it('the trainer trains', async () => {
    const core = createCore({
      host: 'cli',
      version: 'test',
      dataFolder: home,
      projectsFolder: home,
      projectPath: null,
      startTrainer: () => startChild(join(OUT, 'main', 'trainer.js')),
    });
    const ended = new Promise<RunSummary>((resolve) => core.onEvent((event) => event.kind === 'run-changed' && event.run.state !== 'running' && resolve(event.run)));
    await core.api.createSampleProject({ seed: 1 });
    const presets = await core.api.listPresets({});
    if (!presets.ok) throw new Error(presets.error.message);
    expect(await core.api.startTraining({ config: { ...presets.value[0]!.config, epochs: 1 } })).toMatchObject({ ok: true });
    expect(await ended).toMatchObject({ state: 'done', error: null });
    await core.close();
  });

  it.each(['preload.cjs', 'trainer-preload.cjs'])('%s is one CommonJS file that needs Electron alone', (file) => {
    const preload = readFileSync(join(OUT, 'preload', file), 'utf8');
    expect([...preload.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(preload).not.toMatch(/^import /m);
  });

  it.each(['index.html', 'trainer.html'])('%s holds no script of its own that the policy would forbid', (name) => {
    const page = readFileSync(join(OUT, 'renderer', name), 'utf8');
    for (const [, attributes, body] of page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
      expect(attributes).toContain('src=');
      expect(body).toBe('');
    }
    expect(page).not.toMatch(/<style|style=|onload=/);
  });

  it('TensorFlow.js stands in the Worker of the trainer alone, which no page loads before it is to train', () => {
    const folder = join(OUT, 'renderer', 'assets');
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const withTensors = scripts.filter((name) => readFileSync(join(folder, name), 'utf8').includes('MatMul'));
    expect(withTensors).toEqual([expect.stringMatching(/^worker-/)]);
    for (const page of ['index.html', 'trainer.html']) expect(readFileSync(join(OUT, 'renderer', page), 'utf8')).not.toContain(withTensors[0]);
  });
});
