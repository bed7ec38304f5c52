import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Span } from '../../../../shared/domain/span.ts';
import { usePendingEdits } from '../../../labels/labels-context.tsx';
import { spansWithPending } from '../../../labels/pending-view.ts';
import type { TimeRange } from '../../../labels/span-edges.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import type { Scene } from '../scene/use-scene.ts';

/** The labels that the pane shows: those of the window, or on the free chart all in its own, wider range. */
export function useHigherSpans({ series, window, past, spans }: Scene, range: TimeRange | null): readonly Span[] {
  const core = useCore();
  const pending = usePendingEdits();
  const isFree = window === null && past === null && range !== null;
  const { data } = useQuery({
    queryKey: isFree ? queryKeys.spanRange(series.id, range.startTime, range.endTime) : ['spans', 'of-no-pane'],
    queryFn: () => core.call('readSpans', { seriesId: series.id, from: range!.startTime, to: range!.endTime }),
    enabled: isFree,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    if (!isFree || data === undefined) return spans;
    return spansWithPending(data.filter(({ seriesId }) => seriesId === series.id), pending, (draft) => draft.seriesId === series.id && draft.windowId === null);
  }, [isFree, data, spans, pending, series.id]);
}
