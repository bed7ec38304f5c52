import type { SeriesId } from '../../shared/domain/ids.ts';
import type { TimeMs } from '../../shared/domain/time.ts';
import { rangeView, type HandleParts } from './chart-handle.ts';
import type { TimeSpan } from './chart-types.ts';
import type { BarView } from './paging/bar-view.ts';

/** What was in view when a chart had to be built anew. */
export interface SavedView {
  readonly seriesId: SeriesId;
  readonly firstTime: TimeMs | null;
  readonly view: BarView;
  readonly times: TimeSpan;
}

/** The same view in the series as it is now; null: it was another series. */
export async function restoredView(saved: SavedView, parts: HandleParts): Promise<BarView | null> {
  const { series } = parts.props();
  if (saved.seriesId !== series.id) return null;
  // Bars that were added after the last one leave the places of the others as they are; earlier bars shift them.
  return saved.firstTime === series.firstTime ? saved.view : rangeView(parts, saved.times.startTime, saved.times.endTime, 0);
}
