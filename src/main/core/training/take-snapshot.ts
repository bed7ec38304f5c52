import type { Database } from 'better-sqlite3';
import { viewBars } from '../../../shared/domain/bar.ts';
import type { Span } from '../../../shared/domain/span.ts';
import type { LabelWindow } from '../../../shared/domain/window.ts';
import { WARM_UP_BARS } from '../../../shared/engine/features/feature-set.ts';
import { readBarRange } from '../../store/queries/bars.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import { makeBreather } from './breathe.ts';
import type { TrainingPlan } from './readiness.ts';
import { toWindowSpans } from './window-spans.ts';

/** The windows of the plan with their bars, and the bars before them that features may read. */
export async function readSnapshotWindows(db: Database, plan: Pick<TrainingPlan, 'windows' | 'spans'>): Promise<readonly SnapshotWindow[]> {
  const breathe = makeBreather();
  const taken: SnapshotWindow[] = [];
  for (const [n, { window, fromIndex }] of plan.windows.entries()) {
    await breathe();
    taken.push(readSnapshotWindow(db, window, fromIndex, plan.spans[n]));
  }
  return taken;
}

/** fromIndex: of the window's first bar in its series. */
export function readSnapshotWindow(db: Database, window: LabelWindow, fromIndex: number, spans: readonly Span[]): SnapshotWindow {
  const warmUp = Math.min(WARM_UP_BARS, fromIndex);
  const bars = readBarRange(db, window.seriesId, 0, fromIndex - warmUp, warmUp + window.length);
  const { time } = viewBars(bars, warmUp, bars.time.length);
  return {
    windowId: window.id,
    seriesId: window.seriesId,
    fromIndex,
    ownPart: window.split,
    warmUp,
    bars,
    spans: toWindowSpans(spans, time),
  };
}
