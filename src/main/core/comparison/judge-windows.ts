import type { Database } from 'better-sqlite3';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import { viewBars } from '../../../shared/domain/bar.ts';
import type { RunId } from '../../../shared/domain/ids.ts';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { timeMs } from '../../../shared/domain/time.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { poolFolds } from '../../../shared/engine/comparison/common-windows.ts';
import type { JudgedWindows, WindowIdentity } from '../../../shared/engine/comparison/judged-windows.ts';
import type { JudgedPart } from '../../../shared/engine/evaluation/judged-part.ts';
import { readSymbols } from '../../store/queries/series.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import { readRunToJudge } from '../training/evaluate-run.ts';
import { gatherPart } from '../training/judge-run.ts';
import type { Predictor } from '../training/predictor.ts';
import { ofPart } from '../training/tensors.ts';

/** The windows of a part as one seed judges them, and those that decide beforehand how it is judged; the latter may be none. */
export interface SeedWindows {
  readonly own: JudgedWindows;
  readonly train: JudgedPart;
  readonly val: JudgedWindows;
}

/** Judges the runs of one seed, at least one; several are folds. Throws ExpanseError 'not-enough-data' where they have no window of the part. */
export type JudgeWindows = (runs: readonly RunSummary[]) => Promise<SeedWindows>;

/** Of a part of their windows. Each run is judged once, however many contenders it belongs to. */
export function makeJudge(db: Database, part: SplitPart, predict: Predictor['predict']): JudgeWindows {
  const known = new Map<RunId, SeedWindows>();
  const judge = async (run: RunSummary): Promise<SeedWindows> => {
    const judged = known.get(run.id) ?? (await judgeOne(db, run, part, predict));
    known.set(run.id, judged);
    return judged;
  };
  return async (runs) => {
    if (runs.length === 1) return judge(runs[0]);
    if (part !== 'val') throw new ExpanseError('invalid-input', 'Folds are compared on the windows that each validated.', 'Choose the validation part.');
    const folds: JudgedWindows[] = [];
    for (const run of runs) folds.push((await judge(run)).own);
    const own = poolFolds(folds);
    return { own, train: own.judged, val: own };
  };
}

async function judgeOne(db: Database, run: RunSummary, part: SplitPart, predict: Predictor['predict']): Promise<SeedWindows> {
  const toJudge = await readRunToJudge(db, run, predict);
  const symbols = readSymbols(db);
  const judge = (of: SplitPart): JudgedWindows => {
    const windows = ofPart(toJudge.windows, toJudge.parts, of);
    return { windows: windows.map((window) => identify(window, symbols.get(window.seriesId) ?? '')), shownBy: windows.map(() => run.id), judged: gatherPart(toJudge, of) };
  };
  const own = judge(part);
  if (own.windows.length === 0) throw new ExpanseError('not-enough-data', `Run ${run.id} has no ${part} windows.`, 'Choose another part.');
  return { own, train: part === 'train' ? own.judged : gatherPart(toJudge, 'train'), val: part === 'val' ? own : judge('val') };
}

function identify({ windowId, seriesId, fromIndex, bars, warmUp }: SnapshotWindow, symbol: string): WindowIdentity {
  return { windowId, seriesId, symbol, fromIndex, startTime: timeMs(viewBars(bars, warmUp, warmUp + 1).time[0]) };
}
