import type { SplitConfig } from '../../../domain/train-config.ts';
import type { SplitPart } from '../../../domain/window.ts';
import { isNamed } from './by-series.ts';
import type { SplitWindow } from './split-window.ts';

/** In words: what makes the split impossible for these windows; null: nothing does. */
export function splitObstacle(windows: readonly SplitWindow[], parts: readonly SplitPart[], split: SplitConfig): string | null {
  if (split.kind === 'folds' && !parts.includes('val')) {
    return split.within === undefined
      ? `Fold ${split.fold} of ${split.count} holds no window: review more windows, or make fewer folds.`
      : `Fold ${split.fold} of ${split.count} within the training part holds no window: make fewer folds, or take them from all windows.`;
  }
  return split.kind === 'series' ? seriesObstacle(windows, split) : null;
}

function seriesObstacle(windows: readonly SplitWindow[], { validation, test }: Extract<SplitConfig, { kind: 'series' }>): string | null {
  const named = [validation, test].flatMap((held) => (typeof held === 'number' ? [] : held));
  const missing = named.find((name) => !windows.some((window) => isNamed(window, [name])));
  if (missing !== undefined) return `No reviewed window is of the series ${missing}, which the split holds out: name another series, or review windows of it.`;
  if (typeof validation === 'number' || typeof test === 'number') return null;
  const both = windows.find((window) => isNamed(window, validation) && isNamed(window, test));
  return both === undefined ? null : `The series ${both.symbol} is held out both to validate and to test: name it once.`;
}

/** In words: what the split leaves out, and what it cannot keep apart. */
export function splitWarnings(windows: readonly SplitWindow[], parts: readonly SplitPart[], split: SplitConfig): readonly string[] {
  const unused = parts.filter((part) => part === 'embargo').length;
  switch (split.kind) {
    case 'random':
      return ['A random split is leaky: overlapping windows may stand on both sides, which flatters every figure.'];
    case 'temporal':
      return unused === 0 ? [] : [`${unused === 1 ? '1 window lies in the embargo between the parts and is' : `${unused} windows lie in the embargo between the parts and are`} used by none.`];
    case 'dataset':
      return unused === 0 ? [] : [`${unused === 1 ? '1 window has no part in its' : `${unused} windows have no part in their`} dataset's split and ${unused === 1 ? 'is' : 'are'} left out.`];
    case 'folds':
      return unused === 0 ? [] : [foldsUnused(unused, split.within !== undefined)];
    case 'series':
      return [sharedTime(countSharingTime(windows, parts))];
  }
}

function foldsUnused(unused: number, isWithin: boolean): string {
  const outside = isWithin ? ', or outside of the training part that is folded,' : '';
  return `${unused === 1 ? '1 window lies' : `${unused} windows lie`} less than a window's length from the fold that validates${outside} and ${unused === 1 ? 'is' : 'are'} used by none.`;
}

function sharedTime(sharing: number): string {
  const known = 'Whole series are held out, but Expanse cannot know which series are the same instrument or move with it';
  if (sharing === 0) return `${known}; here no training window shares its time with a window that judges.`;
  return `${known}: ${sharing === 1 ? '1 training window shares its time' : `${sharing} training windows share their time`} with a window that judges, which flatters the figures where they do.`;
}

/** Training windows during whose time a window of another part lies. */
function countSharingTime(windows: readonly SplitWindow[], parts: readonly SplitPart[]): number {
  const judging = windows.filter((_, n) => parts[n] === 'val' || parts[n] === 'test').sort((a, b) => a.startTime - b.startTime);
  const latestEnd: number[] = [];
  judging.forEach(({ endTime }, n) => latestEnd.push(Math.max(endTime, latestEnd[n - 1] ?? -Infinity)));
  return windows.filter(({ startTime, endTime }, n) => {
    const begun = judging.findLastIndex((other) => other.startTime <= endTime);
    return parts[n] === 'train' && begun >= 0 && latestEnd[begun] >= startTime;
  }).length;
}
