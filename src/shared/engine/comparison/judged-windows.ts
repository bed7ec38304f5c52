import type { RunId } from '../../domain/ids.ts';
import type { ComparedWindow } from '../../domain/comparison.ts';
import type { JudgedPart } from '../evaluation/judged-part.ts';

/** Which window it is, and where. */
export type WindowIdentity = Pick<ComparedWindow, 'windowId' | 'seriesId' | 'symbol' | 'fromIndex' | 'startTime'>;

/** The N windows of a part as a run judges them, or several runs each its own. */
export interface JudgedWindows {
  /** [N] */
  readonly windows: readonly WindowIdentity[];
  /** [N], the run that judges the window. */
  readonly shownBy: readonly RunId[];
  readonly judged: JudgedPart;
}
