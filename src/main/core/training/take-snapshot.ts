import type { Database } from 'better-sqlite3';
import { viewBars } from '../../../shared/domain/bar.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import { WARM_UP_BARS } from '../../../shared/engine/features/feature-set.ts';
import { readBarRange } from '../../store/queries/bars.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import { makeBreather } from './breathe.ts';
import type { UsableWindow } from './usable-windows.ts';
import { windowSpans } from './window-spans.ts';

/** The windows as they are now, with the bars before them that features may read. */
export async function readWindowsForSnapshot(db: Database, windows: readonly UsableWindow[]): Promise<readonly SnapshotWindow[]> {
  const breathe = makeBreather();
  const taken: SnapshotWindow[] = [];
  for (const { window, fromIndex } of windows) {
    await breathe();
    taken.push(readWindowForSnapshot(db, window, fromIndex));
  }
  return taken;
}

/** fromIndex: of the window's first bar in its series. */
export function readWindowForSnapshot(db: Database, window: LabelWindow, fromIndex: number): SnapshotWindow {
  const warmUp = Math.min(WARM_UP_BARS, fromIndex);
  const bars = readBarRange(db, window.seriesId, 0, fromIndex - warmUp, warmUp + window.length);
  const { time } = viewBars(bars, warmUp, bars.time.length);
  return { windowId: window.id, seriesId: window.seriesId, fromIndex, ownPart: window.split, warmUp, bars, spans: windowSpans(db, window, time) };
}
