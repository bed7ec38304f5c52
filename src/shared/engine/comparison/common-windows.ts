import { ExpanseError } from '../../contract/errors.ts';
import type { WindowId } from '../../domain/ids.ts';
import type { LabelledSpan } from '../evaluation/labelled-span.ts';
import type { JudgedWindows } from './judged-windows.ts';
import { pickWindows, type PickedWindow } from './pick-windows.ts';

/** The same windows in the same order, once for each that judged them. */
interface CommonWindows {
  readonly common: readonly JudgedWindows[];
  /** Windows that not all of them judged against the same labels. */
  readonly leftOut: number;
}

/** Windows by their ids; of a window that several runs judged, the first counts. */
function byId(judged: readonly JudgedWindows[]): ReadonlyMap<WindowId, PickedWindow> {
  const found = new Map<WindowId, PickedWindow>();
  for (const from of judged) {
    from.windows.forEach(({ windowId }, n) => {
      if (!found.has(windowId)) found.set(windowId, { from, n });
    });
  }
  return found;
}

/** The folds of one cross-validation: each window by the run that validated it. */
export const poolFolds = (folds: readonly JudgedWindows[]): JudgedWindows => pickWindows([...byId(folds).values()]);

/**
 * What all of them judged: the same window with the same labels, because figures over different windows say nothing of what
 * differs between models. Throws ExpanseError 'not-enough-data' where there is no such window.
 */
export function findCommon(all: readonly JudgedWindows[]): CommonWindows {
  const known = all.map((each) => byId([each]));
  const ids = new Set(known.flatMap((each) => [...each.keys()]));
  const common = [...known[0].keys()].filter((id) => known.every((each) => isSame(known[0].get(id)!, each.get(id))));
  if (common.length === 0) {
    throw new ExpanseError('not-enough-data', 'No window was judged by all of these runs against the same labels.', 'Compare runs with the same split of the same labels, or choose another part.');
  }
  return { common: known.map((each) => pickWindows(common.map((id) => each.get(id)!))), leftOut: ids.size - common.length };
}

function isSame(one: PickedWindow, other: PickedWindow | undefined): boolean {
  if (other === undefined || one.from.judged.length !== other.from.judged.length) return false;
  return describe(one.from.judged.labels[one.n]) === describe(other.from.judged.labels[other.n]);
}

const describe = (labels: readonly LabelledSpan[]): string => JSON.stringify(labels.map(({ start, end, type }) => [start, end, type]));
