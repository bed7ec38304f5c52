import { describe, expect, it } from 'vitest';
import type { ContenderPart } from '../../../../src/shared/domain/comparison.ts';
import type { TrainConfig } from '../../../../src/shared/domain/train-config.ts';
import { findPreset } from '../../../../src/shared/engine/training/presets.ts';
import { foldMembers, seedMembers, usualFoldsWithin } from '../../../../src/shared/experiments/plan-members.ts';
import { changeSettings, type Settings } from '../../../../src/main/cli/settings/change-settings.ts';
import { addSetting } from '../../../../src/main/cli/settings/parse-setting.ts';
import { trainCommand } from '../../../../src/main/core/comparison/train-command.ts';

const PRESET: TrainConfig = { ...findPreset('published').config, split: { kind: 'dataset' } };

const contender = (config: TrainConfig, kind: ContenderPart['kind'] = 'run', runs = 1): Pick<ContenderPart, 'config' | 'kind' | 'runs'> => ({
  config,
  kind,
  runs: Array.from({ length: runs }, () => ({ backend: 'wasm' }) as ContenderPart['runs'][number]),
});

/** What the command line would train: options over the preset, then `--set`, read as a shell and the command read them. */
function trainedBy(command: string): { readonly config: TrainConfig; readonly options: ReadonlyMap<string, string> } {
  const words = [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, plain]) => quoted?.replaceAll("'\\''", "'") ?? plain).slice(2);
  const pairs = words.flatMap((word, n) => (n % 2 === 0 ? [[word, words[n + 1]] as const] : []));
  const options = new Map(pairs.filter(([name]) => name !== '--set'));
  const own: Settings = Object.fromEntries(['mode', 'epochs', 'seed'].flatMap((name) => (options.has(`--${name}`) ? [[name, name === 'mode' ? options.get('--mode') : Number(options.get(`--${name}`))]] : [])));
  const set = pairs.filter(([name]) => name === '--set').reduce<Settings>((before, [, setting]) => addSetting(setting, before), {});
  return { config: [own, set].reduce<Settings>(changeSettings, { ...PRESET }) as unknown as TrainConfig, options };
}

describe('the command that trains a run again', () => {
  it.each<[string, Partial<TrainConfig>]>([
    ['as the preset has it', {}],
    ['with options of their own', { mode: 'crf', epochs: 7, seed: 3 }],
    ['with settings of every kind', { learningRate: 0.003, gradientClip: 1, features: 'expanse-2', tasks: { pointers: true, type: true, span: true, countdown: false }, schedule: { kind: 'cosine', warmUpSteps: 10, floor: 0.01 } }],
    ['with another split', { split: { kind: 'temporal', validation: 0.3, test: 0 } }],
    ['with settings that the preset lacks', { keep: 'best', encoder: { kind: 'dilated', channels: 64, blocks: 6, kernel: 3 }, attention: { heads: 4 } }],
  ])('%s', (_, changes) => {
    const config = { ...PRESET, ...changes };
    const { config: again, options } = trainedBy(trainCommand(contender(config), PRESET, 'p.expanse'));
    expect(again).toEqual(config);
    expect([options.get('--backend'), options.get('--project'), options.get('--seeds'), options.get('--folds')]).toEqual(['wasm', 'p.expanse', undefined, undefined]);
  });

  it('names a split even where it is usual, unless it came with the windows', () => {
    const usual: TrainConfig = { ...PRESET, split: { kind: 'temporal', validation: 0.2, test: 0.1 } };
    expect(trainCommand(contender(usual), usual, 'p')).toContain(`--set 'split={"kind":"temporal","validation":0.2,"test":0.1}'`);
    expect(trainCommand(contender(PRESET), PRESET, 'p')).not.toContain('split');
  });

  it('names seeds and folds as they were planned', () => {
    const seeds = seedMembers({ ...PRESET, seed: 4 }, 3);
    const ofSeeds = trainedBy(trainCommand(contender(seeds[0].config, 'seeds', 3), PRESET, 'p'));
    expect(seedMembers(ofSeeds.config, Number(ofSeeds.options.get('--seeds')))).toEqual(seeds);
    for (const within of [PRESET.split as { kind: 'dataset' }, null]) {
      const folds = foldMembers(PRESET, 5, within);
      const { config, options } = trainedBy(trainCommand(contender(folds[0].config, 'folds', 5), PRESET, 'p'));
      expect(foldMembers(config, Number(options.get('--folds')), options.get('--folds-of') === 'all' ? null : usualFoldsWithin(config))).toEqual(folds);
    }
  });

  it('keeps a shell from reading what it holds', () => {
    const command = trainCommand(contender({ ...PRESET, features: "a'; rm -rf $HOME" }), PRESET, 'my project');
    expect(command).toContain(`--set 'features=a'\\''; rm -rf $HOME'`);
    expect(command).toContain(`--project 'my project'`);
  });
});
