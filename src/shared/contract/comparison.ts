import type { Comparison, ContenderSource } from '../domain/comparison.ts';
import type { SplitPart } from '../domain/window.ts';
import type { Method } from './result.ts';

/** The files of a comparison, by their names in its folder. */
export interface ComparisonReport {
  /** Self-contained: figures are drawn in the page, in light and dark. */
  readonly 'report.html': string;
  readonly 'report.md': string;
  readonly 'figures.csv': string;
  readonly 'comparison.json': string;
}

export interface ComparisonApi {
  /** Two to eight contenders, the first of which the others are held against. Runs without predictions of their windows are predicted first. */
  compare: Method<{ readonly contenders: readonly ContenderSource[]; readonly part: SplitPart }, Comparison>;
  /** The same as files, as `expanse compare` writes them. */
  reportComparison: Method<{ readonly contenders: readonly ContenderSource[]; readonly part: SplitPart }, ComparisonReport>;
}
