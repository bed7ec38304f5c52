import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { WindowId } from '../../../../shared/domain/ids.ts';
import type { Series } from '../../../../shared/domain/series.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { useHistoryView, type Past } from '../../../state/history-view.ts';
import { useLoadedRange } from '../scene/use-chart-spans.ts';
import type { Scene } from '../scene/use-scene.ts';

const NONE: readonly Span[] = [];
const NOTHING_WAITS: ReadonlySet<string> = new Set();

/** The scene with the labels of the moment that is looked at; the scene itself while that is now. */
export function usePastScene(scene: Scene): Scene {
  const past = useHistoryView((view) => view.past);
  const then = useWindowThen(past, scene.window?.id ?? null);
  const chartSpans = useSpansThen(past, scene.window === null ? scene.series : undefined);
  return useMemo(() => {
    if (past === null) return scene;
    const isHere = then !== undefined && then.window.id === scene.window?.id;
    const spans = scene.window === null ? chartSpans : isHere ? then.spans : NONE;
    return { ...scene, past, window: isHere ? then.window : scene.window, spans, saving: NOTHING_WAITS };
  }, [past, scene, then, chartSpans]);
}

// What was never changes.
const FOR_GOOD = { staleTime: Infinity, placeholderData: keepPreviousData };

function useWindowThen(past: Past | null, windowId: WindowId | null) {
  const core = useCore();
  const isWanted = past !== null && windowId !== null;
  const { data } = useQuery({
    queryKey: isWanted ? queryKeys.windowAsOf(windowId, past.sequence) : ['as-of', 'no window'],
    queryFn: () => core.call('readWindowAsOf', { windowId: windowId!, sequence: past!.sequence }),
    enabled: isWanted,
    ...FOR_GOOD,
  });
  return data;
}

function useSpansThen(past: Past | null, series: Series | undefined): readonly Span[] {
  const core = useCore();
  const range = useLoadedRange(past === null ? undefined : series);
  const { data = NONE } = useQuery({
    queryKey: range === null ? ['as-of', 'no spans'] : queryKeys.spansAsOf(series!.id, range.startTime, range.endTime, past!.sequence),
    queryFn: () => core.call('readSpansAsOf', { seriesId: series!.id, from: range!.startTime, to: range!.endTime, sequence: past!.sequence }),
    enabled: range !== null,
    ...FOR_GOOD,
  });
  const isOfSeries = data.length === 0 || data[0].seriesId === series?.id;
  return isOfSeries ? data : NONE;
}
