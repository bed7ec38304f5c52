import { splitIntoFolds } from '../../../shared/engine/training/splits/folds.ts';
import type { SplitWindow } from '../../../shared/engine/training/splits/split-window.ts';
import { FOLD_JUDGES, FOLD_TRAINS } from '../../../shared/engine/training/train-data.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import { lengthOf } from './tensors.ts';

type TimedWindow = Pick<SnapshotWindow, 'seriesId' | 'fromIndex' | 'bars' | 'warmUp' | 'ownPart'>;

/** For each of `count` blocks in time of the training windows the role of each: it judges, learns, or lies too near to do either. */
export function calibrationFolds(windows: readonly TimedWindow[], count: number): readonly Uint8Array[] {
  const toSplit = windows.map(toSplitWindow);
  return Array.from({ length: count }, (_, n) => Uint8Array.from(splitIntoFolds(toSplit, count, n + 1), (part) => ({ val: FOLD_JUDGES, train: FOLD_TRAINS, test: 0, embargo: 0 })[part]));
}

function toSplitWindow({ seriesId, fromIndex, bars, warmUp, ownPart }: TimedWindow): SplitWindow {
  const { time } = bars;
  return { series: seriesId, symbol: String(seriesId), fromIndex, length: lengthOf({ bars, warmUp }), startTime: time[warmUp], endTime: time[time.length - 1], ownPart };
}
