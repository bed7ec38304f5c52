import type { ContenderPart } from '../../../shared/domain/comparison.ts';
import type { SplitConfig, TrainConfig } from '../../../shared/domain/train-config.ts';
import { usualFoldsWithin } from '../../../shared/experiments/plan-members.ts';

/** Settings that the command has options of their own for, or that name where the settings began. */
const OWN_OPTIONS = new Set(['preset', 'mode', 'seed', 'epochs', 'backend', 'split']);

/**
 * The command that trains a contender. preset: the settings to begin with, with the split that is usual in the project. What a
 * preset has and the run has not cannot be taken away and is left as it is.
 */
export function trainCommand({ config, kind, runs }: Pick<ContenderPart, 'config' | 'kind' | 'runs'>, preset: TrainConfig, project: string): string {
  const options = [
    ['--preset', preset.preset],
    ...(config.mode === preset.mode ? [] : [['--mode', config.mode]]),
    ...(config.epochs === preset.epochs ? [] : [['--epochs', String(config.epochs)]]),
    ...(runs[0].backend === '' ? [] : [['--backend', runs[0].backend]]),
    ['--seed', String(config.seed)],
    ...repeats(kind, config, runs),
    ...[...splitSettings(config, preset), ...otherSettings(config, preset)].map((setting) => ['--set', setting]),
    ['--project', project],
  ];
  return ['expanse train', ...options.flat().map(quoteWord)].join(' ');
}

function repeats(kind: ContenderPart['kind'], { split }: TrainConfig, runs: ContenderPart['runs']): readonly (readonly string[])[] {
  if (kind === 'folds' && split.kind === 'folds') return [['--folds', String(split.count)], ...(split.within === undefined ? [['--folds-of', 'all']] : [])];
  return kind === 'seeds' ? [['--seeds', String(runs.length)]] : [];
}

/** What is folded, where the folds are made by an option. What is usual depends on a project's windows, unless they came with a split. */
function splitSettings(config: TrainConfig, preset: TrainConfig): readonly string[] {
  const split: SplitConfig | null = config.split.kind === 'folds' ? usualFoldsWithin(config) : config.split;
  return split === null || (split.kind === 'dataset' && isSame(split, preset.split)) ? [] : [`split=${JSON.stringify(split)}`];
}

function otherSettings(config: TrainConfig, preset: TrainConfig): readonly string[] {
  return Object.entries(config)
    .filter(([field, value]) => value !== undefined && !OWN_OPTIONS.has(field) && !isSame(value, preset[field as keyof TrainConfig]))
    .map(([field, value]) => `${field}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** For a POSIX shell. */
export const quoteWord = (word: string): string => (/^[\w\-.,:=/+@%]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
