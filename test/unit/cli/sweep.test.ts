import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planSweep } from '../../../src/main/cli/sweep/plan-sweep.ts';
import { togetherGroups } from '../../../src/main/cli/sweep/together-groups.ts';
import { readSweep } from '../../../src/main/cli/sweep/read-sweep.ts';
import { findPreset } from '../../../src/shared/engine/training/presets.ts';

const folder = mkdtempSync(join(tmpdir(), 'expanse-sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));
const preset = { ...findPreset('quick').config, split: { kind: 'dataset' } as const };

function write(text: string): string {
  const path = join(folder, 'sweep.yaml');
  writeFileSync(path, text);
  return path;
}

async function plan(text: string) {
  const path = write(text);
  return planSweep(path, await readSweep(path), preset);
}

describe('a sweep', () => {
  it('is every combination of the grid over preset and fixed settings, each from every seed', async () => {
    const members = await plan(`
set: {epochs: 20, split.kind: temporal, split.validation: 0.25, split.test: 0}
grid:
  learningRate: [1e-3, 0.003]
  schedule:
    - {kind: constant}
    - {kind: cosine, warmUpSteps: 50, floor: 0.1}
seeds: 2
`);
    expect(members).toHaveLength(8);
    expect(members[3]).toEqual({
      label: 'learningRate 0.001, schedule {"kind":"cosine","warmUpSteps":50,"floor":0.1}, seed 1',
      group: 'learningRate 0.001, schedule {"kind":"cosine","warmUpSteps":50,"floor":0.1}',
      config: {
        ...preset,
        epochs: 20,
        split: { kind: 'temporal', validation: 0.25, test: 0 },
        learningRate: 0.001,
        schedule: { kind: 'cosine', warmUpSteps: 50, floor: 0.1 },
        seed: 1,
      },
    });
    expect(new Set(members.map(({ label }) => label)).size).toBe(8);
  });

  it('folds within the training part of a dataset unless it is told otherwise, and takes seeds by name', async () => {
    const text = 'grid:\n  tasks.countdown: [false]\nfolds: 3\nseeds: [4, 9]\n';
    const members = await plan(text);
    expect(members.map(({ label }) => label)[4]).toBe('tasks.countdown false, seed 9, fold 2 of 3');
    expect(members[4].config).toMatchObject({ seed: 9, tasks: { countdown: false, span: true }, split: { kind: 'folds', count: 3, fold: 2, within: { kind: 'dataset' } } });
    expect((await plan(`${text}foldsOf: all`))[0].config.split).toEqual({ kind: 'folds', count: 3, fold: 1 });
  });

  it('trains nothing more for what is judged together, which it names by value or by group', async () => {
    const text = 'grid:\n  mode: [soft, crf]\n  epochs: [5, 9]\n';
    expect(await plan(`${text}together:\n  - ["mode soft, epochs 5", "mode crf, epochs 5"]\n`)).toEqual(await plan(text));
    const read = async (wanted: string) => {
      const path = write(wanted);
      return togetherGroups(path, await readSweep(path));
    };
    expect(await read(`${text}together: [["mode soft, epochs 5", "mode crf, epochs 9"]]`)).toEqual([['mode soft, epochs 5', 'mode crf, epochs 9']]);
    const one = 'grid:\n  mode: [soft, crf, segments]\n';
    expect(await read(`${one}together:\n  - [soft, crf]\n  - [mode soft, segments]\n`)).toEqual([
      ['mode soft', 'mode crf'],
      ['mode soft', 'mode segments'],
    ]);
    expect(await read('grid:\n  ensemble: [1, 5]\ntogether: [[1, 5]]')).toEqual([['ensemble 1', 'ensemble 5']]);
    expect(await read(one)).toEqual([]);
    const said = (wanted: string) => read(wanted).then(() => 'accepted', (error: Error) => error.message.replace(`${folder}/`, ''));
    expect(await said(`${one}together: [[soft, sofa]]`)).toBe('sweep.yaml: together: there is no sofa in the grid; expected mode soft or mode crf or mode segments.');
    expect(await said(`${one}together: [[soft, mode soft]]`)).toBe('sweep.yaml: together: mode soft is named twice in one list.');
    expect(await said(`${one}together: [soft, crf]`)).toMatch(/^sweep\.yaml: together\.0: /);
    expect(await said(`${one}together: [[soft]]`)).toMatch(/^sweep\.yaml: together\.0: /);
  });

  it('names the file and what is wrong in it', async () => {
    const said = (text: string) => plan(text).then(() => 'accepted', (error: Error) => error.message.replace(`${folder}/`, ''));
    expect(await said('grid:\n  learningRat: [1]\n')).toBe('sweep.yaml: there is no field learningRat.');
    expect(await said('grid:\n  learningRate: [-1]\n')).toMatch(/^sweep\.yaml: learningRate: .*, not -1\.$/);
    expect(await said('grid:\n  schedule.kind: [cosine]\n')).toMatch(/^sweep\.yaml: schedule\.warmUpSteps: /);
    expect(await said('grid:\n  learningRate: 1\n')).toMatch(/^sweep\.yaml: grid\.learningRate: /);
    expect(await said('gird:\n  learningRate: [1]\n')).toMatch(/there is no field gird/);
    expect(await said('grid:\n  learningRate: [1\n  epochs: [2]\n')).toMatch(/^sweep\.yaml: line \d: /);
    expect(await said('grid:\n  seed: [1]\n  seed: [2]\n')).toMatch(/^sweep\.yaml: line 3: /);
    expect(await said(`grid:\n  learningRate: [${Array(20).fill(0.1).join()}]\nseeds: 100\n`)).toMatch(/^sweep\.yaml: 2000 trainings; expected at most 1000/);
    expect(await said('set: {augmentation.mirror: true}\ngrid:\n  augmentation: [{}, {mirror: true}, {mirror: false}]\n')).toMatch(
      /^sweep\.yaml: grid: augmentation {} and augmentation {"mirror":true} are one and the same training; name every setting that differs/,
    );
    await expect(readSweep(join(folder, 'none.yaml'))).rejects.toMatchObject({ kind: 'not-found' });
  });
});
