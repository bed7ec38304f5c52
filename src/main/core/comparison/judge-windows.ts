import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { viewBars } from '../../../shared/domain/bar.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { poolFolds } from '../../../shared/engine/comparison/common-windows.ts';
import type { JudgedWindows, WindowIdentity } from '../../../shared/engine/comparison/judged-windows.ts';
import { makeReference, type Reference } from '../../../shared/engine/evaluation/reference.ts';
import { readSymbols } from '../../store/queries/series.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import { readRunToJudge } from '../training/evaluate-run.ts';
import { gatherPart, referenceOf } from '../training/judge-run.ts';
import type { Predictor } from '../training/predictor.ts';
import { ofPart } from '../training/tensors.ts';

/** The windows of a part as one seed judges them, and what was decided before it did. */
export interface SeedWindows {
  readonly own: JudgedWindows;
  readonly reference: Reference;
}

/** runs: of one seed; several are folds. Throws ExpanseError 'not-enough-data' where they have no window of the part. */
export async function judgeWindows(db: Database, runs: readonly RunSummary[], part: SplitPart, predict: Predictor['predict']): Promise<SeedWindows> {
  if (runs.length === 1) return judgeOne(db, runs[0], part, predict);
  if (part !== 'val') throw new ExpanseError('invalid-input', 'Folds are compared on the windows that each validated.', 'Choose the validation part.');
  const folds: JudgedWindows[] = [];
  for (const run of runs) folds.push((await judgeOne(db, run, part, predict)).own);
  const own = poolFolds(folds);
  return { own, reference: makeReference(runs[0].config.mode, own.judged, own.judged) };
}

async function judgeOne(db: Database, run: RunSummary, part: SplitPart, predict: Predictor['predict']): Promise<SeedWindows> {
  const toJudge = await readRunToJudge(db, run, predict);
  const windows = ofPart(toJudge.windows, toJudge.parts, part);
  if (windows.length === 0) throw new ExpanseError('not-enough-data', `Run ${run.id} has no ${part} windows.`, 'Choose another part.');
  const symbols = readSymbols(db);
  const judged = gatherPart(toJudge, part);
  const own = { windows: windows.map((window) => identify(window, symbols.get(window.seriesId) ?? '')), shownBy: windows.map(() => run.id), judged };
  return { own, reference: referenceOf(toJudge, judged) };
}

function identify({ windowId, seriesId, fromIndex, bars, warmUp }: SnapshotWindow, symbol: string): WindowIdentity {
  return { windowId, seriesId, symbol, fromIndex, startTime: timeMs(viewBars(bars, warmUp, warmUp + 1).time[0]) };
}
