import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CONFIG, disposeProjects, makeTrainingProject, valueOf } from '../training/training-project.ts';
import { lastJson, runCli } from './run-cli.ts';

afterEach(disposeProjects);

/** Two runs, soft and CRF, in a project that is closed. */
async function makeStudy(): Promise<{ readonly folder: string; compare(...args: readonly string[]): ReturnType<typeof runCli> }> {
  const { core, path, ended } = await makeTrainingProject();
  for (const mode of ['soft', 'crf'] as const) await ended(valueOf(await core.api.startTraining({ config: { ...CONFIG, mode }, name: mode })).runId);
  await core.close();
  const folder = dirname(path);
  return { folder, compare: (...args) => runCli(['compare', ...args, '--project', path, '--json'], { folder }) };
}

describe('expanse compare', () => {
  it('writes the comparison as four files, and says what it found', async () => {
    const { folder, compare } = await makeStudy();
    const answer = await compare('soft', '2', '--out', 'out');
    expect(answer.code, answer.stderr).toBe(0);
    const out = join(folder, 'out');
    expect(readdirSync(out).sort()).toEqual(['comparison.json', 'figures.csv', 'report.html', 'report.md']);
    const told = lastJson(answer);
    expect(told).toMatchObject({ files: expect.arrayContaining([join('out', 'report.html')]), part: 'val', contenders: ['soft', 'crf'], leftOut: 0 });
    const kept = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8')) as Record<string, unknown>;
    expect(told['figures']).toEqual(kept['figures']);
    expect(kept['commands']).toEqual([
      expect.stringMatching(/^# windows that were labelled in the project/),
      expect.stringMatching(/^expanse train --preset published --epochs 3 .*--seed 0 .*--set features=expanse-1/),
      expect.stringMatching(/^expanse train --preset published --mode crf --epochs 3 /),
      'expanse compare 1 2 --part val --out comparison --project compare.expanse',
    ]);
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('“crf” against “soft”');
  });

  it('judges together what a plus joins, and tells it from its parts', async () => {
    const { folder, compare } = await makeStudy();
    const answer = await compare('soft', '2', '1+crf', '--out', 'out');
    expect(answer.code, answer.stderr).toBe(0);
    const told = lastJson(answer) as { contenders: readonly string[]; conclusions: readonly string[]; cautions: readonly string[] };
    expect(told.contenders).toEqual(['soft', 'crf', 'soft + crf']);
    expect(told.conclusions.join('\n')).toMatch(/“soft \+ crf” against “soft”, on the same \d+ windows/);
    expect(told.cautions.join('\n')).toMatch(/“soft \+ crf” is no run, but 2 models together/);
    const report = readFileSync(join(folder, 'out', 'report.md'), 'utf8');
    expect(report).toContain('expanse compare 1 2 1+2 --part val');
    expect(report.match(/expanse train/g)).toHaveLength(2);
    expect(readFileSync(join(folder, 'out', 'figures.csv'), 'utf8')).toMatch(/^auc,soft \+ crf,\d+,\d+,0\.\d+/m);
  });

  it('refuses what it cannot do, and writes nothing', async () => {
    const { folder, compare } = await makeStudy();
    const refusal = async (...args: readonly string[]): Promise<string> => {
      const answer = await compare(...args);
      expect(answer.code).toBe(1);
      return (lastJson(answer)['error'] as { message: string }).message;
    };
    writeFileSync(join(folder, 'taken'), '');
    expect(await refusal('soft', '--out', 'out')).toMatch(/Between 2 and 8/);
    expect(await refusal('soft', 'sofa', '--out', 'out')).toMatch(/no run named “sofa”/);
    expect(await refusal('soft', '9', '--out', 'out')).toMatch(/no run 9/);
    expect(await refusal('soft', 'crf+sofa', '--out', 'out')).toMatch(/“crf\+sofa” is nothing that can be compared: there is no “sofa”/);
    expect(await refusal('soft', 'crf', '--out', 'taken')).toMatch(/taken is no folder/);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
