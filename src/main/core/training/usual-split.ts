import type { Database } from 'better-sqlite3';
import type { SplitConfig } from '../../../shared/domain/train-config.ts';
import { readAllWindows } from '../../store/queries/windows.ts';

const IN_TIME = { kind: 'temporal', validation: 0.2, test: 0.1 } satisfies SplitConfig;

/** Reviewed windows that train with the usual split. */
export function usualTrainingWindows(db: Database): number {
  const reviewed = readAllWindows(db, { state: 'reviewed' });
  if (usualSplit(db).kind === 'dataset') return reviewed.filter(({ split }) => split === 'train').length;
  return Math.round(reviewed.length * (1 - IN_TIME.validation - IN_TIME.test));
}

/** The split that came with an imported dataset where all reviewed windows have a part in it, else one in time. */
export function usualSplit(db: Database): SplitConfig {
  const parts = new Set(readAllWindows(db, { state: 'reviewed' }).map(({ split }) => split));
  return parts.has('train') && parts.has('val') && !parts.has(null) ? { kind: 'dataset' } : IN_TIME;
}
