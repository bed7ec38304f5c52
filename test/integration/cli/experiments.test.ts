import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runExpanse } from '../model-files/run-expanse.ts';
import { disposeProjects, makeTrainingProject } from '../training/training-project.ts';
import { lastJson, runCli, startCli } from './run-cli.ts';

let project: string;
const folder = mkdtempSync(join(tmpdir(), 'expanse-experiments-'));
beforeAll(async () => {
  const { core, path } = await makeTrainingProject();
  await core.close();
  project = path;
});
afterAll(async () => {
  await disposeProjects();
  rmSync(folder, { recursive: true });
});

const SMALL = ['--set', 'hiddenSize=8', '--set', 'features=expanse-1', '--split', 'temporal'];
const train = (...args: readonly string[]) => runExpanse('train', '--project', project, ...args);

describe('expanse train', () => {
  it('--seeds trains as many, and sums up their figures', async () => {
    const done = await train(...SMALL, '--epochs', '2', '--seeds', '2', '--seed', '5');
    expect(done, done.stderr).toMatchObject({ code: 0, json: { kind: 'seeds', state: 'done', members: [{ seed: 5, state: 'done' }, { seed: 6, label: 'seed 6' }] } });
    const { members, figures } = done.json as { members: { evaluation: { separation: { inMean: number } } }[]; figures: Record<string, { n: number; mean: number }> };
    const [a, b] = members.map(({ evaluation }) => evaluation.separation.inMean);
    expect(figures['separation.inMean']).toMatchObject({ n: 2, mean: expect.closeTo((a! + b!) / 2, 12), min: Math.min(a!, b!), max: Math.max(a!, b!) });
    expect(done.stderr).toMatch(/1 of 2 runs done/);
  });

  it('--folds lets each validate once, and tells it to a person with its spread', async () => {
    const { code, stdout, stderr } = await runCli(['train', '--project', project, ...SMALL, '--epochs', '1', '--folds', '3'], { folder });
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/experiment \d+, published, 3 folds \d+: 3 runs/);
    expect(stdout).toMatch(/windows +8\.0 ± 0\.0 \(8\.0 to 8\.0\), 3 runs/);
  });

  it('refuses what makes no experiment', async () => {
    const message = async (...args: readonly string[]) => ((await train(...args)).json['error'] as { message: string }).message;
    expect(await message('--seeds', '2', '--folds', '2')).toMatch(/two experiments/);
    expect(await message('--seeds', '1')).toMatch(/2 or more seeds, not 1/);
    expect(await message('--resume-experiment', '1', '--epochs', '9')).toMatch(/settings that it began with/);
    expect(await message('--resume-experiment', '99')).toMatch(/no experiment 99/);
  });
});

describe('expanse sweep', () => {
  it('goes on where it was killed when it gets the same file again, and is done once', async () => {
    const file = join(folder, 'rates.yaml');
    writeFileSync(file, 'set: {hiddenSize: 8, features: expanse-1, epochs: 60, split.kind: temporal, split.validation: 0.2, split.test: 0}\ngrid:\n  learningRate: [0.001, 0.01]\nseeds: 2\n');
    const args = ['sweep', file, '--project', project, '--json'];
    const killed = startCli(args, { folder });
    killed.child.stderr.on('data', (text: string) => {
      if (/2 of 4 runs done/.test(text)) killed.child.kill('SIGKILL');
    });
    expect((await killed.answer).code).toBeNull();

    const second = await runCli(args, { folder });
    expect(second.code, second.stderr).toBe(0);
    expect(second.stderr).toMatch(/goes on: 2 of 4 runs are done/);
    const json = lastJson(second) as { experiment: number; groups: { group: string; figures: Record<string, { n: number }> }[] };
    expect(json).toMatchObject({ name: 'rates.yaml', state: 'done' });
    expect(json.groups.map(({ group, figures }) => [group, figures['bar.at05.f1']!.n])).toEqual([['learningRate 0.001', 2], ['learningRate 0.01', 2]]);

    const third = await runCli(args, { folder });
    expect(third.stderr).toMatch(/is done already/);
    expect(lastJson(third)).toEqual(json);
  });

  it('names the file and the field that is wrong', async () => {
    const file = join(folder, 'wrong.yaml');
    writeFileSync(file, 'grid:\n  batchSize: [0]\n');
    expect(await runExpanse('sweep', file, '--project', project)).toMatchObject({ code: 1, json: { error: { kind: 'bad-file', message: expect.stringMatching(/wrong\.yaml: batchSize: .*, not 0/) } } });
  });
});
