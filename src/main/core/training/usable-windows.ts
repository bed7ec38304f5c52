import type { Database } from 'better-sqlite3';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import type { SplitWindow } from '../../../shared/engine/training/splits/split-window.ts';
import { readAllWindows } from '../../store/queries/windows.ts';
import { makeBarFinder, type BarFinder } from './bar-finder.ts';
import { makeBreather } from './breathe.ts';

/** A reviewed window that can train, and the index of its first bar in its series. */
export interface UsableWindow {
  readonly window: LabelWindow;
  readonly fromIndex: number;
}

export interface UsableWindows {
  /** In queue order, all of one length. */
  readonly windows: readonly UsableWindow[];
  /** In words: which reviewed windows cannot train, and why. */
  readonly leftOut: readonly string[];
}

/**
 * The reviewed windows of the chosen series that hold as many bars as they should and are of the commonest length, because a
 * model reads windows of one length.
 */
export async function findUsableWindows(db: Database, config: Pick<TrainConfig, 'seriesIds'>): Promise<UsableWindows> {
  const breathe = makeBreather();
  const finder = makeBarFinder(db);
  const chosen = readAllWindows(db, { state: 'reviewed' }).filter(({ seriesId }) => config.seriesIds?.includes(seriesId) ?? true);
  const length = commonestLength(chosen);
  const whole: UsableWindow[] = [];
  let changed = 0;
  for (const window of chosen) {
    await breathe();
    if (window.length !== length) continue;
    const fromIndex = finder.find(window.seriesId, window.startTime);
    if (isWhole(finder, window, fromIndex)) whole.push({ window, fromIndex });
    else changed++;
  }
  const otherLengths = chosen.filter((window) => window.length !== length).length;
  return { windows: whole, leftOut: leftOut(otherLengths, length, changed) };
}

// Bars that were imported later may lie within a window that was reviewed without them.
function isWhole(finder: BarFinder, { seriesId, endTime, length }: LabelWindow, fromIndex: number): boolean {
  return fromIndex >= 0 && finder.find(seriesId, endTime) === fromIndex + length - 1;
}

function commonestLength(windows: readonly LabelWindow[]): number {
  const counts = new Map<number, number>();
  for (const { length } of windows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function leftOut(otherLengths: number, length: number, changed: number): string[] {
  return [
    ...(otherLengths > 0 ? [`${otherLengths === 1 ? '1 reviewed window is' : `${otherLengths} reviewed windows are`} not ${length} bars long and ${otherLengths === 1 ? 'is' : 'are'} left out.`] : []),
    ...(changed > 0 ? [`${changed === 1 ? '1 reviewed window no longer holds the bars that it was' : `${changed} reviewed windows no longer hold the bars that they were`} reviewed with, and ${changed === 1 ? 'is' : 'are'} left out.`] : []),
  ];
}

/** symbolOf: of a series. */
export function toSplitWindow({ window, fromIndex }: UsableWindow, symbolOf: (series: SeriesId) => string): SplitWindow {
  const { seriesId, length, startTime, endTime, split } = window;
  return { series: seriesId, symbol: symbolOf(seriesId), fromIndex, length, startTime, endTime, ownPart: split };
}
