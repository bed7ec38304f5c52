import type { SplitConfig } from '../../../domain/train-config.ts';
import type { SplitPart } from '../../../domain/window.ts';
import { randomOrder, streamKey } from '../../model/counter-random.ts';
import { deal } from './deal.ts';
import { splitIntoFolds } from './folds.ts';
import { splitBySeries } from './by-series.ts';
import type { SplitWindow } from './split-window.ts';
import { splitByTime } from './temporal.ts';

// Apart from every stream that a training itself draws from.
const SPLIT_STREAM = 0x5911;

/**
 * The part of each window, in the order given. `embargo` windows are used by no part. `temporal`, `series` and `folds` keep
 * overlapping windows out of different parts by themselves; `random` leaks, and `dataset` is used as given.
 */
export function splitWindows(windows: readonly SplitWindow[], config: SplitConfig, seed: number): readonly SplitPart[] {
  switch (config.kind) {
    case 'dataset':
      return windows.map(({ ownPart }) => ownPart ?? 'embargo');
    case 'random':
      return deal([...randomOrder(streamKey(seed, SPLIT_STREAM), windows.length)], config.validation, config.test);
    case 'temporal':
      return splitByTime(windows, config.validation, config.test);
    case 'series':
      return splitBySeries(windows, config.validation, config.test);
    case 'folds': {
      const { within } = config;
      const divided = within === undefined ? null : splitWindows(windows, within, seed);
      return splitSome(windows, (n) => divided === null || divided[n] === 'train', (some) => splitIntoFolds(some, config.count, config.fold));
    }
  }
}

/** Splits the windows that `isUsed` names as if there were no others; those others are used by no part. */
function splitSome(windows: readonly SplitWindow[], isUsed: (n: number) => boolean, split: (some: readonly SplitWindow[]) => readonly SplitPart[]): SplitPart[] {
  const used = [...windows.keys()].filter(isUsed);
  const parts = new Array<SplitPart>(windows.length).fill('embargo');
  split(used.map((n) => windows[n])).forEach((part, place) => (parts[used[place]] = part));
  return parts;
}
