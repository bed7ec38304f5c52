import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { findDifferences } from '../../../shared/engine/comparison/config-differences.ts';

/**
 * Groups of one sweep by what differs between them, such as `mode crf` or `initialLogSigma: pointers 3, type 0`. null: that does
 * not tell them apart. configs: one of each group, any of its seeds and folds.
 */
export function nameGroups(configs: readonly TrainConfig[]): readonly string[] | null {
  const differences = findDifferences(configs.map((config) => [withoutMember(config)]));
  const names = configs.map((_, k) => joinByParent(differences.flatMap(({ field, values }) => (values[k] === undefined ? [] : [[field, values[k]] as const]))));
  return new Set(names).size === names.length && names.every((name) => name !== '') ? names : null;
}

/** Seed and fold say which member of its group a training is. */
const withoutMember = (config: TrainConfig): object => ({ ...config, seed: null, split: config.split.kind === 'folds' ? { ...config.split, fold: null } : config.split });

/** Parts of one part are named behind it: `decoding: decoder dynamic, spanCost 4`. */
function joinByParent(settings: readonly (readonly [field: string, value: unknown])[]): string {
  const byParent = Map.groupBy(settings, ([field]) => field.split('.').slice(0, -1).join('.'));
  const told = [...byParent].map(([parent, parts]) => {
    const words = parts.map(([field, value]) => `${parent === '' ? field : field.slice(parent.length + 1)} ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(', ');
    return parent === '' ? words : `${parent}: ${words}`;
  });
  return told.join('; ');
}
