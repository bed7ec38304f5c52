import type { ParamsOf } from '../../../shared/contract/contract.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { foldMembers, seedMembers, usualFoldsWithin } from '../../../shared/experiments/plan-members.ts';

/** How often a training is to be done, and what differs. */
export interface Repeats {
  readonly kind: 'once' | 'seeds' | 'folds';
  readonly count: number;
}

export const ONCE: Repeats = { kind: 'once', count: 5 };

/** The experiment that repeats the training; null: it is done once. */
export function plannedMembers(config: TrainConfig, { kind, count }: Repeats): ParamsOf<'startExperiment'> | null {
  if (kind === 'once') return null;
  return { kind, members: kind === 'seeds' ? seedMembers(config, count) : foldMembers(config, count, usualFoldsWithin(config)) };
}
