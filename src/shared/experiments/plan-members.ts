import type { PlannedMember } from '../domain/experiment.ts';
import type { PlainSplitConfig, TrainConfig } from '../domain/train-config.ts';

/** The same training from `count` seeds, beginning with its own. */
export function seedMembers(config: TrainConfig, count: number): readonly PlannedMember[] {
  return Array.from({ length: count }, (_, n) => {
    const seed = config.seed + n;
    return { label: `seed ${seed}`, group: '', config: { ...config, seed } };
  });
}

/** The same training with each fold validating once; `within`: folds of that split's training part alone, null: of all windows. */
export function foldMembers(config: TrainConfig, count: number, within: PlainSplitConfig | null): readonly PlannedMember[] {
  return Array.from({ length: count }, (_, n) => {
    const split = { kind: 'folds', count, fold: n + 1, ...(within === null ? {} : { within }) } as const;
    return { label: `fold ${n + 1} of ${count}`, group: '', config: { ...config, split } };
  });
}

/** What folds lie within if nobody says: a dataset's own validation and test parts stay out of them. */
export function usualFoldsWithin({ split }: TrainConfig): PlainSplitConfig | null {
  if (split.kind === 'folds') return split.within ?? null;
  return split.kind === 'dataset' ? split : null;
}
