import type { Database } from 'better-sqlite3';
import type { ReviewSummary } from '../../../shared/contract/review.ts';
import type { SeriesId, WindowId } from '../../../shared/domain/ids.ts';
import { sumEntries, type ReviewSums } from '../../../shared/review/sum-entries.ts';
import { readVerdicts } from '../../store/queries/verdicts.ts';
import { findEntries } from './find-entries.ts';
import type { JudgedWindows } from './read-judged-windows.ts';

export function sumReview(db: Database, judged: JudgedWindows): ReviewSummary {
  const entries = findEntries(db, judged);
  const known = new Set(judged.windows.map(({ window }) => window.id));
  const verdicts = readVerdicts(db).filter(({ runId, windowId }) => runId === judged.runId && known.has(windowId));
  const entriesOf = { window: Map.groupBy(entries, ({ windowId }) => windowId), series: Map.groupBy(entries, ({ seriesId }) => seriesId) };
  const verdictsOf = { window: Map.groupBy(verdicts, ({ windowId }) => windowId), series: Map.groupBy(verdicts, ({ seriesId }) => seriesId) };
  const sumWindow = (id: WindowId): ReviewSums => sumEntries(entriesOf.window.get(id) ?? [], verdictsOf.window.get(id) ?? []);
  const sumSeries = (id: SeriesId): ReviewSums => sumEntries(entriesOf.series.get(id) ?? [], verdictsOf.series.get(id) ?? []);
  return {
    run: { windows: judged.windows.length, ...sumEntries(entries, verdicts) },
    series: [...Map.groupBy(judged.windows, ({ window }) => window.seriesId)].map(([seriesId, windows]) => ({ seriesId, windows: windows.length, ...sumSeries(seriesId) })),
    windows: judged.windows
      .filter(({ window: { id } }) => entriesOf.window.has(id) || verdictsOf.window.has(id))
      .map(({ window: { id, seriesId, startTime } }) => ({ windowId: id, seriesId, startTime, ...sumWindow(id) })),
    notPredicted: judged.notPredicted,
  };
}
