import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialise } from '../../../src/shared/engine/model/initialise.ts';
import type { JadeConfig } from '../../../src/shared/engine/model/jade-config.ts';
import { writeWeights } from '../../../src/shared/engine/training/checkpoint.ts';
import { readSafetensors } from '../../../src/shared/engine/safetensors/read-safetensors.ts';
import { writeSafetensors } from '../../../src/shared/engine/safetensors/write-safetensors.ts';
import { describeGoldens, goldenBytes } from '../../unit/engine/goldens.ts';
import { makeTrainingProject, disposeProjects, valueOf, CONFIG, LENGTH } from '../training/training-project.ts';
import { runExpanse } from './run-expanse.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'expanse-model-'))));
afterAll(async () => {
  await disposeProjects();
  rmSync(folder, { recursive: true, force: true });
});

const SMALL: JadeConfig = { mode: 'crf', inputs: 13, hiddenSize: 4 };

function saveWeights(name: string, config: JadeConfig = SMALL): string {
  writeFileSync(at(name), writeWeights(initialise(config, { pointers: 0, type: 0, span: 0, countdown: 0 }, 3)));
  return at(name);
}

/** A project with 24 reviewed windows of 30 and one span in each; its path. */
async function labelledProject(): Promise<string> {
  const { core, path } = await makeTrainingProject();
  await core.close();
  return path;
}

/** A project with bars alone, and with windows of which none is reviewed where `length` says so. */
async function barsProject(name: string, length?: number): Promise<string> {
  const lines = Array.from({ length: 60 }, (_, i) => `${new Date(1.7e12 + i * 60_000).toISOString()},100,101,99,${100 + Math.sin(i)}`);
  writeFileSync(at(`${name}.csv`), ['time,open,high,low,close', ...lines].join('\n'));
  const project = at(`${name}.expanse`);
  await runExpanse('import', 'bars', at(`${name}.csv`), '--symbol', 'WAVE', '--project', project);
  if (length !== undefined) await runExpanse('windows', 'make', '--length', String(length), '--stride', String(length), '--project', project);
  return project;
}

const refusal = (kind: string, message: RegExp) => ({
  code: 1,
  json: { error: { kind, message: expect.stringMatching(message), nextStep: expect.stringMatching(/\w/) } },
});

describeGoldens('a state_dict of PyTorch', () => {
  let project: string;
  beforeAll(async () => (project = await barsProject('goldens', 20)));

  it.each(['soft_in12', 'soft_in13', 'crf_in12', 'crf_in13'])('%s comes back to the byte', async (variant) => {
    const golden = join('../shared/goldens', `jade_${variant}_state_dict.safetensors`);
    const imported = await runExpanse('model', 'import', golden, '--format', 'safetensors', '--name', variant, '--project', project);
    const [mode, inputs] = variant.split('_in');
    expect(imported, imported.stderr).toMatchObject({ code: 0, json: { name: variant, mode, inputs: Number(inputs), hiddenSize: 96 } });
    const exported = await runExpanse('model', 'export', '--run', String(imported.json.run), '--format', 'safetensors', '--out', at(variant), '--project', project);
    expect(exported.json).toMatchObject({ checkpoint: 'last', epoch: 0 });
    // Keys, their order, types, shapes and values at once.
    expect(readFileSync(at(variant)).equals(goldenBytes(`jade_${variant}_state_dict.safetensors`))).toBe(true);
  });
});

describe('imported weights', () => {
  it('are a finished run that predicts and is judged by all reviewed windows', async () => {
    const project = await labelledProject();
    const imported = await runExpanse('model', 'import', saveWeights('outside.safetensors'), '--project', project);
    expect(imported.json).toMatchObject({ run: 1, name: 'imported 1', features: 'relativity+position', windows: { train: 0, val: 24, test: 0 } });
    const evaluated = await runExpanse('evaluate', '--run', '1', '--project', project);
    expect(evaluated, evaluated.stderr).toMatchObject({ code: 0, json: { part: 'val', windows: 24, spans: 24 } });
    const predicted = await runExpanse('predict', '--run', '1', '--project', project);
    expect(predicted, predicted.stderr).toMatchObject({ code: 0, json: { bars: 30 * LENGTH } });
  });

  it('predict where no window is reviewed, and say that nothing judges them', async () => {
    const project = await barsProject('unlabelled', 20);
    expect((await runExpanse('model', 'import', saveWeights('u.safetensors'), '--project', project)).json).toMatchObject({ windows: { train: 0, val: 0, test: 0 } });
    expect((await runExpanse('predict', '--run', '1', '--project', project)).json).toMatchObject({ bars: 60 });
    expect(await runExpanse('evaluate', '--run', '1', '--project', project)).toMatchObject(refusal('not-enough-data', /Run 1 has no val windows/));
    expect(await runExpanse('model', 'export', '--run', '1', '--checkpoint', 'best', '--out', at('best'), '--project', project)).toMatchObject(refusal('not-found', /no best checkpoint/));
  });

  it('are refused, with nothing recorded, where they cannot be used', async () => {
    const project = await barsProject('refusals', 20);
    const importFile = (...args: string[]) => runExpanse('model', 'import', '--project', project, ...args);
    expect(await importFile(at('absent'))).toMatchObject(refusal('not-found', /no file .*absent/));
    expect(await importFile(folder)).toMatchObject(refusal('bad-file', /it is no file/));
    expect(await importFile(at('refusals.csv'))).toMatchObject(refusal('bad-file', /refusals\.csv: Not a readable safetensors file/));
    expect(await importFile(project)).toMatchObject(refusal('invalid-input', /is the project that is open/));
    const other = at('other.safetensors');
    writeFileSync(other, writeSafetensors(new Map([['weight', { shape: [1], data: new Float32Array(1) }]])));
    expect(await importFile(other)).toMatchObject(refusal('bad-file', /other\.safetensors: .*"lstm\.weight_hh_l0" is missing/));
    expect(await importFile(saveWeights('five', { ...SMALL, inputs: 5 }))).toMatchObject(refusal('invalid-input', /reads 5 features per bar, which is the number of neither/));
    expect(await importFile(saveWeights('ok'), '--features', 'relativity')).toMatchObject(refusal('invalid-input', /reads 13 features per bar, but relativity has 12/));
    expect(await runExpanse('model', 'export', '--run', '1', '--out', at('none'), '--project', project)).toMatchObject(refusal('not-found', /no run 1/));
  });

  it('need a window that says how long windows are', async () => {
    const project = await barsProject('windowless');
    expect(await runExpanse('model', 'import', saveWeights('w.safetensors'), '--project', project)).toMatchObject(refusal('not-enough-data', /no windows/));
  });
});

describe('exported weights', () => {
  it('are those that the run learned, best or last', async () => {
    const { core, path, ended } = await makeTrainingProject();
    const { runId } = valueOf(await core.api.startTraining({ config: { ...CONFIG, mode: 'crf' } }));
    await ended(runId);
    const best = valueOf(await core.api.exportWeights({ runId }));
    const last = valueOf(await core.api.exportWeights({ runId, checkpoint: 'last' }));
    expect([best.checkpoint, last]).toMatchObject(['best', { checkpoint: 'last', epoch: CONFIG.epochs }]);
    await core.close();
    const exported = await runExpanse('model', 'export', '--run', String(runId), '--checkpoint', 'last', '--out', at('run'), '--project', path);
    expect(exported.json).toMatchObject({ run: runId, checkpoint: 'last', epoch: CONFIG.epochs });
    expect(readFileSync(at('run')).equals(last.weights)).toBe(true);
  });

  it('never replace the project', async () => {
    const project = await barsProject('kept', 20);
    await runExpanse('model', 'import', saveWeights('k.safetensors'), '--project', project);
    expect(await runExpanse('model', 'export', '--run', '1', '--out', project, '--project', project)).toMatchObject(refusal('invalid-input', /would replace a file/));
    expect(await runExpanse('model', 'export', '--run', '1', '--out', at('no/folder'), '--project', project)).toMatchObject(refusal('invalid-input', /cannot be written/));
    expect((await runExpanse('predict', '--run', '1', '--project', project)).code).toBe(0);
  });
});

describe('model forward', () => {
  it('reads variant and inputs from the weights and writes what the network says', async () => {
    mkdirSync(at('forward'));
    const x = { shape: [3, 8, 13], data: Float32Array.from({ length: 312 }, (_, i) => Math.sin(i)) };
    writeFileSync(at('forward/x'), writeSafetensors(new Map([['x', x]])));
    const paths = ['--weights', saveWeights('forward/w'), '--input', at('forward/x'), '--out'];
    const done = await runExpanse('model', 'forward', ...paths, at('forward/y'));
    expect(done, done.stderr).toMatchObject({ code: 0, json: { mode: 'crf', inputs: 13, hiddenSize: 4, windows: 3, bars: 8, backend: expect.stringMatching(/^(wasm|cpu)$/) } });
    const shapes = [...readSafetensors(readFileSync(at('forward/y')))].map(([name, { shape }]) => [name, shape.join()]);
    expect(Object.fromEntries(shapes)).toEqual({ logits: '3,3', pointers: '3,2', span_probs: '3,8', countdown: '3,8', span_emissions: '3,8,2', marginals: '3,8,2', viterbi: '3,8' });

    const twoThreads = await runExpanse('model', 'forward', ...paths, at('forward/z'), '--threads', '2');
    expect(twoThreads.code).toBe(0);
    expect(readFileSync(at('forward/z')).equals(readFileSync(at('forward/y')))).toBe(true);

    expect(await runExpanse('model', 'forward', ...paths, at('forward/x'))).toMatchObject(refusal('invalid-input', /would replace a file/));
    expect(await runExpanse('model', 'forward', ...paths.with(3, at('forward/w')), at('q'))).toMatchObject(refusal('bad-file', /forward\/w: it has no tensor "x", but classifier\.1\.bias/));
    expect(existsSync(at('q'))).toBe(false);
    expect(readdirSync(at('forward')).toSorted()).toEqual(['w', 'x', 'y', 'z']);
  });
});
