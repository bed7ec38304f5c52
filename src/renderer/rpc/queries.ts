import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Settings } from '../../shared/contract/system.ts';
import type { ExperimentId, RunId } from '../../shared/domain/ids.ts';
import type { BackendSettings, TrainConfig } from '../../shared/domain/train-config.ts';
import { useCore } from './core-context.tsx';
import { queryKeys } from './query-keys.ts';

/** Questions to the core that more than one screen asks. */
export function useProject() {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.project, queryFn: () => core.call('readProject', {}) });
}

export function useSystem() {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.system, queryFn: () => core.call('readSystem', {}) });
}

export function useSettings() {
  const core = useCore();
  return useQuery<Settings>({ queryKey: queryKeys.settings, queryFn: () => core.call('readSettings', {}) });
}

export function useSeriesList() {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.series, queryFn: () => core.call('listSeries', {}) });
}

export function useRuns() {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.runs, queryFn: () => core.call('listRuns', {}) });
}

export function useRun(runId: RunId | null) {
  const core = useCore();
  return useQuery(
    queryOptions({
      queryKey: queryKeys.run(runId ?? (-1 as RunId)),
      queryFn: () => core.call('readRun', { runId: runId! }),
      enabled: runId !== null,
    }),
  );
}

export function useExperiments() {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.experiments, queryFn: () => core.call('listExperiments', {}) });
}

export function useExperiment(experimentId: ExperimentId) {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.experiment(experimentId), queryFn: () => core.call('readExperiment', { experimentId }) });
}

export function usePresets() {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.presets, queryFn: () => core.call('listPresets', {}) });
}

export function useBackends({ threads, wideVectors }: BackendSettings) {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.backendsOf({ threads, wideVectors }), queryFn: () => core.call('listBackends', { threads, wideVectors }) });
}

export function useRetraining(runId: RunId | null) {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.retrainingOf(runId), queryFn: () => core.call('readRetraining', { runId }), placeholderData: keepPreviousData });
}

export function useReadiness(config: TrainConfig | null) {
  const core = useCore();
  return useQuery({
    queryKey: config === null ? queryKeys.readiness : queryKeys.readinessOf(config),
    queryFn: () => core.call('readReadiness', { config: config! }),
    enabled: config !== null,
    placeholderData: keepPreviousData,
  });
}

export function useUndoState() {
  const core = useCore();
  return useQuery({ queryKey: queryKeys.undoState, queryFn: () => core.call('readUndoState', {}), meta: { quiet: true } });
}

/** Keeps a small value of the person, outside of any project. */
export function useWriteSetting(): (key: string, value: unknown) => Promise<void> {
  const core = useCore();
  const queries = useQueryClient();
  return useCallback(
    async (key, value) => {
      queries.setQueryData(queryKeys.settings, await core.call('writeSetting', { key, value }));
    },
    [core, queries],
  );
}
