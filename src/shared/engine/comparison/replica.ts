import type { SampledEvaluation } from '../evaluation/make-evaluation.ts';
import type { JudgedWindows } from './judged-windows.ts';

/** What stands for one seed: the compared windows as one run judges them, or the folds of one cross-validation together. */
export interface Replica extends JudgedWindows {
  readonly sampled: SampledEvaluation;
}
