import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Series } from '../../../../shared/domain/series.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { TimeRange } from '../../../labels/span-edges.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { useSession } from '../session.ts';
import { widenedRange } from './widened-range.ts';

const NONE: readonly Span[] = [];

/** All spans of a series around what is in view; undefined: none are wanted. */
export function useChartSpans(series: Series | undefined): readonly Span[] {
  const core = useCore();
  const range = useLoadedRange(series);
  const { data = NONE } = useQuery({
    queryKey: range === null ? queryKeys.spans : queryKeys.spanRange(series!.id, range.startTime, range.endTime),
    queryFn: () => core.call('readSpans', { seriesId: series!.id, from: range!.startTime, to: range!.endTime }),
    enabled: range !== null,
    placeholderData: keepPreviousData,
  });
  const isOfSeries = data.length === 0 || data[0].seriesId === series?.id;
  return range === null || !isOfSeries ? NONE : data;
}

/** What is loaded for what is in view: wider, so that small movements ask for nothing new, and render nothing anew. */
export function useLoadedRange(series: Series | undefined): TimeRange | null {
  const [rangeOf] = useState(makeRangeKeeper);
  return useSession(({ visible }) => (series === undefined || visible === null ? null : rangeOf(visible)));
}

/** The same range for every view that it serves. */
function makeRangeKeeper(): (visible: TimeRange) => TimeRange {
  let loaded: TimeRange | null = null;
  return (visible) => (loaded = widenedRange(visible, loaded));
}
