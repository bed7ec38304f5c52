import type { Series } from '../../shared/domain/series.ts';
import { formatTimeframe } from '../../shared/domain/timeframe.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import type { LabelWindow } from '../../shared/domain/window.ts';
import { isoTime } from './iso-time.ts';

/** What a person said of a disagreement, as other programs read it: with names in place of the project's ids, times in UTC. */
export interface ExportedVerdict {
  readonly id: string;
  readonly symbol: string;
  readonly timeframe: string;
  readonly origin: string;
  readonly window_start: string;
  readonly window_end: string;
  readonly run: number;
  /** null: the run is no longer in the project. */
  readonly run_name: string | null;
  readonly types: readonly string[];
  readonly decision: string;
  readonly confidence: number;
  /** First and last bar, both included. None: a label that no prediction met. */
  readonly predictions: readonly { readonly start: string; readonly end: string; readonly bars: number; readonly score: number; readonly direction: string | null }[];
  /** As the verdict left them. */
  readonly labels: readonly { readonly id: string; readonly start: string; readonly end: string; readonly direction: string | null }[];
  readonly author: string;
  readonly decided_at: string;
}

export function toExportedVerdict(verdict: Verdict, series: Series, window: LabelWindow, runName: string | null): ExportedVerdict {
  return {
    id: verdict.id,
    symbol: series.symbol,
    timeframe: formatTimeframe(series.timeframeMs),
    origin: series.origin,
    window_start: isoTime(window.startTime),
    window_end: isoTime(window.endTime),
    run: verdict.runId,
    run_name: runName,
    types: verdict.types,
    decision: verdict.decision,
    confidence: verdict.confidence,
    predictions: verdict.predictions.map(({ startTime, endTime, bars, score, direction }) => ({ start: isoTime(startTime), end: isoTime(endTime), bars, score, direction })),
    labels: verdict.labels.map(({ id, startTime, endTime, direction }) => ({ id, start: isoTime(startTime), end: isoTime(endTime), direction })),
    author: verdict.author,
    decided_at: isoTime(verdict.decidedAt),
  };
}
