import type { QueryClient } from '@tanstack/react-query';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { LabelChange } from '../../shared/contract/labels.ts';
import type { RunDetails } from '../../shared/contract/training.ts';
import type { WindowDetail } from '../../shared/contract/windows.ts';
import type { SeriesId } from '../../shared/domain/ids.ts';
import type { ExperimentSummary } from '../../shared/domain/experiment.ts';
import type { RunSummary } from '../../shared/domain/run.ts';
import type { Span } from '../../shared/domain/span.ts';
import type { TimeMs } from '../../shared/domain/time.ts';
import { changeSpans, changeWindowDetail } from '../labels/apply-label-change.ts';
import type { Connection } from '../rpc/connection.ts';
import { queryKeys } from '../rpc/query-keys.ts';
import { staleAfterEvent } from '../rpc/stale-after-event.ts';
import { useJobs } from '../state/jobs.ts';
import { useLiveExperiment } from '../state/live-experiment.ts';
import { useLiveTraining } from '../state/live-training.ts';
import { addEpoch, putNewest } from './run-records.ts';

/** Keeps what is shown true to what the core tells. Returns what ends it. */
export function followCore(connection: Connection, queries: QueryClient): () => void {
  let wasLost = false;
  const stopEvents = connection.onEvent((event) => {
    takeOver(event, queries);
    markStale(event, queries);
  });
  const stopState = connection.onState(() => {
    const { kind } = connection.state();
    // Events were missed while there was no link.
    if (kind === 'open' && wasLost) void queries.invalidateQueries();
    wasLost = kind === 'lost';
  });
  return () => {
    stopEvents();
    stopState();
  };
}

/** The news that an event carries itself. */
function takeOver(event: CoreEvent, queries: QueryClient): void {
  if (event.kind === 'labels-changed') takeOverLabels(event.change, queries);
  if (event.kind === 'job-progress') useJobs.getState().report(event.progress);
  if (event.kind === 'run-changed') takeOverRun(event.run, queries);
  if (event.kind === 'experiment-changed') takeOverExperiment(event.experiment, queries);
  if (event.kind === 'experiment-progress') useLiveExperiment.getState().set({ experimentId: event.experimentId, secondsLeft: event.secondsLeft });
  if (event.kind === 'run-epoch') {
    useLiveTraining.getState().set({ runId: event.runId, epochsDone: event.record.epoch, epochs: event.epochs, secondsLeft: event.secondsLeft });
    queries.setQueryData<RunDetails>(queryKeys.run(event.runId), (old) => old && addEpoch(old, event.record));
  }
}

function takeOverRun(run: RunSummary, queries: QueryClient): void {
  queries.setQueryData<readonly RunSummary[]>(queryKeys.runs, (old) => old && putNewest(old, run));
  if (run.state !== 'running' && useLiveTraining.getState().live?.runId === run.id) useLiveTraining.getState().set(null);
}

function takeOverExperiment(experiment: ExperimentSummary, queries: QueryClient): void {
  queries.setQueryData<readonly ExperimentSummary[]>(queryKeys.experiments, (old) => old && putNewest(old, experiment));
  if (experiment.state !== 'running') useLiveExperiment.getState().set(null);
}

export function takeOverLabels(change: LabelChange, queries: QueryClient): void {
  queries.setQueriesData<WindowDetail>({ queryKey: queryKeys.windowDetails }, (old) => old && changeWindowDetail(old, change));
  for (const [key, spans] of queries.getQueriesData<readonly Span[]>({ queryKey: queryKeys.spans })) {
    const [, seriesId, from, to] = key as readonly [string, SeriesId, TimeMs, TimeMs];
    const belongs = (span: Span) => span.seriesId === seriesId && span.startTime <= to && span.endTime >= from;
    if (spans !== undefined) queries.setQueryData(key, changeSpans(spans, change, belongs));
  }
}

function markStale(event: CoreEvent, queries: QueryClient): void {
  const stale = staleAfterEvent(event);
  if (stale === 'all') void queries.invalidateQueries();
  else for (const queryKey of stale) void queries.invalidateQueries({ queryKey });
}
