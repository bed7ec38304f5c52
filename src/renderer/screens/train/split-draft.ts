import type { HeldOutSeries, SplitConfig } from '../../../shared/domain/train-config.ts';

const USUAL_SHARES = { validation: 0.2, test: 0.15 };
const USUAL_FOLDS = 5;

/** A split of another kind; shares stay where both kinds have them, and a dataset's own split is what its folds lie within. */
export function splitOfKind(kind: SplitConfig['kind'], old: SplitConfig): SplitConfig {
  if (kind === 'dataset') return { kind };
  if (kind === 'folds') return { kind, count: USUAL_FOLDS, fold: 1, ...(old.kind === 'dataset' ? { within: old } : {}) };
  return { kind, ...sharesOf(old) };
}

function sharesOf(split: SplitConfig): { readonly validation: number; readonly test: number } {
  if (split.kind === 'dataset' || split.kind === 'folds') return USUAL_SHARES;
  const { validation, test } = split;
  return typeof validation === 'number' && typeof test === 'number' ? { validation, test } : USUAL_SHARES;
}

export type SeriesRole = 'train' | 'validation' | 'test';
type SeriesSplit = Extract<SplitConfig, { kind: 'series' }>;

/** What a series does where the held-out ones are named. */
export function roleOf(split: SeriesSplit, seriesId: number): SeriesRole {
  if (includes(split.validation, seriesId)) return 'validation';
  return includes(split.test, seriesId) ? 'test' : 'train';
}

const includes = (held: HeldOutSeries, seriesId: number): boolean => typeof held !== 'number' && held.includes(seriesId);

/** The series by name, one of them with another role; a part without any holds nothing. */
export function withRole(split: SeriesSplit, seriesId: number, role: SeriesRole): SeriesSplit {
  const change = (held: HeldOutSeries, isIn: boolean): HeldOutSeries => {
    const others = typeof held === 'number' ? [] : held.filter((id) => id !== seriesId);
    const ids = isIn ? [...others, seriesId] : others;
    return ids.length === 0 ? 0 : ids;
  };
  return { ...split, validation: change(split.validation, role === 'validation'), test: change(split.test, role === 'test') };
}
