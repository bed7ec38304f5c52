import type { Database } from 'better-sqlite3';
import type { SeriesCoverage, SeriesOverview } from '../../../shared/contract/series.ts';
import type { RunId, SeriesId } from '../../../shared/domain/ids.ts';
import type { Series } from '../../../shared/domain/series.ts';
import { priceParts } from '../../../shared/overview/price-parts.ts';
import { shareCovered, type TimeStretch } from '../../../shared/overview/share-covered.ts';
import { countBars } from '../../store/queries/bar-chunks.ts';
import { readBarRange } from '../../store/queries/bars.ts';
import { readSeriesPrediction } from '../../store/queries/predictions.ts';
import { readThreshold } from '../../store/queries/runs.ts';
import { readSpanTimes } from '../../store/queries/span-times.ts';
import { readSeries } from '../../store/queries/series.ts';
import { readAllWindows } from '../../store/queries/windows.ts';

/** Where the run was not evaluated, so that no threshold was chosen. */
const UNTUNED = 0.5;

/** The whole series in at most `parts` parts, equal in bars. Throws ExpanseError 'not-found'. */
export function readOverview(db: Database, id: SeriesId, parts: number): SeriesOverview {
  const series = readSeries(db, id);
  const count = Math.max(1, Math.min(parts, series.barCount));
  const level = coarsestWith(db, series, count);
  const bars = readBarRange(db, id, level, 0, countBars(db, id, level));
  return { seriesId: id, edges: edgesOf(bars.time, count, (series.lastTime ?? 0) + series.timeframeMs), ...priceParts(bars, count) };
}

/** Bars of a level for each part: it begins at one of them, so that parts differ by at most an eighth. */
const FINENESS = 8;

/** So that no more bars are read than the parts need. */
function coarsestWith(db: Database, { id, levels }: Series, count: number): number {
  for (let level = levels - 1; level > 0; level--) if (countBars(db, id, level) >= FINENESS * count) return level;
  return 0;
}

/** Opening times of the first bar of each part, and where the last ends. -> [parts + 1] */
function edgesOf(time: Float64Array, parts: number, end: number): Float64Array {
  return Float64Array.from({ length: parts + 1 }, (_, part) => (part === parts ? end : (time[Math.floor((part * time.length) / parts)] ?? end)));
}

/** How much of each part is reviewed, labelled, and predicted by a run that predicted the series. edges: of the overview. */
export function readCoverage(db: Database, id: SeriesId, edges: Float64Array, run: RunId | null): SeriesCoverage {
  const { timeframeMs } = readSeries(db, id);
  const stretch = ({ startTime, endTime }: { readonly startTime: number; readonly endTime: number }): TimeStretch => ({ start: startTime, end: endTime + timeframeMs });
  return {
    reviewed: shareCovered(edges, readAllWindows(db, { seriesId: id, state: 'reviewed' }).map(stretch)),
    labelled: shareCovered(edges, readSpanTimes(db, id).map(stretch)),
    predicted: run === null ? null : predictedShare(db, id, edges, run, timeframeMs),
  };
}

function predictedShare(db: Database, id: SeriesId, edges: Float64Array, run: RunId, timeframeMs: number): Float32Array | null {
  const found = readSeriesPrediction(db, run, id, -Infinity, Infinity);
  if (found === null) return null;
  const threshold = readThreshold(db, run) ?? UNTUNED;
  const stretches: TimeStretch[] = [];
  for (let i = 0; i < found.time.length; i++) {
    if (found.probability[i] < threshold) continue;
    const first = i;
    while (i + 1 < found.time.length && found.probability[i + 1] >= threshold) i++;
    stretches.push({ start: found.time[first], end: found.time[i] + timeframeMs });
  }
  return shareCovered(edges, stretches);
}
