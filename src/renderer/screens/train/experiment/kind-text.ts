import type { ExperimentSummary } from '../../../../shared/domain/experiment.ts';
import { formatQuantity } from '../../../ui/format/number.ts';

const NOUNS = { seeds: 'seed', folds: 'fold', sweep: 'combination' } as const;

/** '5 seeds', '12 combinations'. */
export const kindText = ({ kind, members }: Pick<ExperimentSummary, 'kind' | 'members'>): string => formatQuantity(members, NOUNS[kind]);
