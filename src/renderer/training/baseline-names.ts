import type { BaselineName } from '../../shared/domain/evaluation.ts';

export const BASELINE_NAMES: Readonly<Record<BaselineName, string>> = {
  positionPrior: 'Position in the window alone, no bar looked at',
  allPositive: 'Every bar',
  displacement: 'Six bars that move by enough average true ranges',
};
