import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SeriesCoverage, SeriesOverview } from '../../../../shared/contract/series.ts';
import type { RunId, SeriesId } from '../../../../shared/domain/ids.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';

/** Finer than a pixel would not be seen. */
const PARTS = 1000;
/** The core must not count all spans anew after every key. */
const SETTLE_MS = 1000;

/** undefined: not known yet. */
export function useOverview(seriesId: SeriesId): SeriesOverview | undefined {
  const core = useCore();
  const { data } = useQuery({ queryKey: queryKeys.overview(seriesId, PARTS), queryFn: () => core.call('readOverview', { seriesId, parts: PARTS }) });
  return data;
}

export function useCoverage(overview: SeriesOverview | undefined, runId: RunId | null): SeriesCoverage | undefined {
  const core = useCore();
  useRenewal();
  const { data } = useQuery({
    queryKey: queryKeys.coverage(overview?.seriesId ?? (0 as SeriesId), overview?.low.length ?? 0, runId),
    queryFn: () => core.call('readCoverage', { seriesId: overview!.seriesId, edges: overview!.edges, runId }),
    enabled: overview !== undefined,
    placeholderData: keepPreviousData,
  });
  return data?.labelled.length === overview?.low.length ? data : undefined;
}

/** A while after labels, windows or predictions changed. */
function useRenewal(): void {
  const core = useCore();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = core.onEvent(({ kind }) => {
      if (kind !== 'labels-changed' && kind !== 'windows-changed' && kind !== 'predictions-changed' && kind !== 'series-changed') return;
      clearTimeout(timer);
      timer = setTimeout(() => void queries.invalidateQueries({ queryKey: queryKeys.coverages }), SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [core, queries]);
}
