import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RunId } from '../../../../shared/domain/ids.ts';
import type { Prediction } from '../../../../shared/domain/prediction.ts';
import type { RunSummary } from '../../../../shared/domain/run.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { useRuns } from '../../../rpc/queries.ts';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { useDebounced } from '../../../ui/use-debounced.ts';
import { useLoadedRange } from './use-chart-spans.ts';
import { judgedSpans, spansOfBars } from './judged-spans.ts';
import type { Scene } from './use-scene.ts';

export interface Overlay {
  /** Runs that can predict, newest first. */
  readonly runs: readonly RunSummary[];
  readonly first: RunOverlay;
  /** Over the same bars; without a first there is no second. */
  readonly second: RunOverlay;
}

/** What one run says of the scene. */
export interface RunOverlay {
  readonly run: RunSummary | null;
  readonly threshold: number;
  readonly prediction: NamedPrediction | null;
  /** On the free chart: the run has not predicted this series yet. */
  readonly isMissing: boolean;
}

export interface NamedPrediction extends Prediction {
  /** Of the run. */
  readonly name: string;
}

const THRESHOLD_OF_AN_UNJUDGED_RUN = 0.5;

export function canPredict(run: RunSummary): boolean {
  return run.epochsDone > 0 && run.state !== 'running';
}

/** The predictions of the chosen run, or of two of them, over the scene. */
export function useOverlay(scene: Scene | null): Overlay {
  const { data: all = [] } = useRuns();
  const runs = all.filter(canPredict);
  const { overlayRunId, secondRunId } = useWorkspace();
  const runOf = (id: RunId | null): RunSummary | null => runs.find((candidate) => candidate.id === id) ?? null;
  const first = useRunOverlay(scene, runOf(overlayRunId));
  const second = useRunOverlay(scene, first.run === null || secondRunId === overlayRunId ? null : runOf(secondRunId));
  return { runs, first, second };
}

function useRunOverlay(scene: Scene | null, run: RunSummary | null): RunOverlay {
  const chosen = useWorkspace((workspace) => workspace.overlayThreshold);
  const threshold = chosen ?? run?.judged?.bestThreshold ?? THRESHOLD_OF_AN_UNJUDGED_RUN;
  const settled = useDebounced(threshold, 100);
  const ofWindow = useWindowPrediction(scene, run, settled);
  const ofSeries = useSeriesPrediction(scene, run, settled);
  const found = (scene?.window == null ? ofSeries : ofWindow) ?? null;
  const name = run?.name ?? '';
  const judged = useWorkspace((workspace) => (chosen === null ? judgedSpans(workspace.judged, found) : null));
  const prediction = useMemo(() => found && { ...found, name, spans: judged === null ? found.spans : spansOfBars(found, judged) }, [found, name, judged]);
  return { run, threshold, prediction, isMissing: run !== null && ofSeries === null };
}

function useWindowPrediction(scene: Scene | null, run: RunSummary | null, threshold: number): Prediction | undefined {
  const core = useCore();
  const window = scene?.window ?? null;
  const isWanted = run !== null && window !== null;
  const { data } = useQuery({
    queryKey: isWanted ? queryKeys.windowPrediction(run.id, window.id, threshold) : queryKeys.predictions,
    queryFn: () => core.call('readWindowPrediction', { runId: run!.id, windowId: window!.id, threshold }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  // What is kept while the next answer comes may belong to another window or run.
  return isWanted && data?.windowId === window.id && data.runId === run.id ? data : undefined;
}

/** null: the run has not predicted the series. */
function useSeriesPrediction(scene: Scene | null, run: RunSummary | null, threshold: number): Prediction | null | undefined {
  const core = useCore();
  const series = scene !== null && scene.window === null ? scene.series : undefined;
  const range = useLoadedRange(series);
  const isWanted = run !== null && series !== undefined && range !== null;
  const { data } = useQuery({
    queryKey: isWanted ? queryKeys.seriesPrediction(run.id, series.id, range.startTime, range.endTime, threshold) : queryKeys.predictions,
    queryFn: () =>
      core.call('readSeriesPrediction', { runId: run!.id, seriesId: series!.id, from: range!.startTime, to: range!.endTime, threshold }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  if (!isWanted || data === undefined) return undefined;
  return data === null || (data.runId === run.id && data.seriesId === series.id) ? data : undefined;
}
