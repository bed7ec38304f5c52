import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { WindowDetail } from '../../../../shared/contract/windows.ts';
import type { BarColumns } from '../../../../shared/domain/bar.ts';
import type { WindowId } from '../../../../shared/domain/ids.ts';
import type { Series } from '../../../../shared/domain/series.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { LabelWindow } from '../../../../shared/domain/window.ts';
import { usePendingEdits } from '../../../labels/labels-context.tsx';
import { pendingSpanIds, spansWithPending, windowWithPending } from '../../../labels/pending-view.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { useSeriesList } from '../../../rpc/queries.ts';
import { queryKeys } from '../../../rpc/query-keys.ts';
import type { Past } from '../../../state/history-view.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { useChartSpans } from './use-chart-spans.ts';

/** What is being labelled: a window, or the free chart of a series. */
export interface Scene {
  readonly series: Series;
  /** null: the free chart. */
  readonly window: LabelWindow | null;
  /** Place of the window in the queue, from 0. */
  readonly position: number | null;
  /** As they will be once everything is stored, by first bar. */
  readonly spans: readonly Span[];
  readonly saving: ReadonlySet<string>;
  /** The window's bars; null on the free chart, or while they are loading. */
  readonly bars: BarColumns | null;
  /** null: the labels are those of now; else those of a moment that is only looked at. */
  readonly past: Past | null;
}

/** null: nothing was loaded yet. While the next scene loads, the last one stays, so that nothing flickers. */
export function useScene(): Scene | null {
  const loaded = useLoadedScene();
  const [last, setLast] = useState(loaded);
  if (loaded !== null && loaded !== last) setLast(loaded);
  return loaded ?? last;
}

function useLoadedScene(): Scene | null {
  const { windowId, freeChart, seriesId } = useWorkspace();
  const { data: seriesList } = useSeriesList();
  const { data: detail } = useWindowDetail(freeChart ? null : windowId);
  const wantedId = freeChart ? seriesId : detail?.window.seriesId;
  const series = seriesList?.find((candidate) => candidate.id === wantedId) ?? (freeChart ? seriesList?.[0] : undefined);
  const bars = useWindowBars(freeChart ? undefined : detail);
  const chartSpans = useChartSpans(freeChart ? series : undefined);
  const pending = usePendingEdits();

  return useMemo(() => {
    if (series === undefined) return null;
    const window = detail === undefined || freeChart ? null : windowWithPending(detail.window, pending);
    const stored = window === null ? chartSpans : detail!.spans;
    const spans = spansWithPending(stored, pending, (draft) => draft.seriesId === series.id && draft.windowId === (window?.id ?? null));
    return { series, window, position: window === null ? null : detail!.position, spans, saving: pendingSpanIds(pending), bars, past: null };
  }, [series, detail, freeChart, chartSpans, pending, bars]);
}

export function useWindowDetail(windowId: WindowId | null) {
  const core = useCore();
  return useQuery({
    queryKey: queryKeys.windowDetail(windowId ?? (-1 as WindowId)),
    queryFn: () => core.call('readWindow', { windowId: windowId! }),
    enabled: windowId !== null,
    meta: { quiet: true },
  });
}

function useWindowBars(detail: WindowDetail | undefined): BarColumns | null {
  const core = useCore();
  const window = detail?.window;
  const { data } = useQuery({
    queryKey: window === undefined ? ['bars', 'none'] : queryKeys.bars(window.seriesId, window.startTime, window.endTime),
    queryFn: () => core.call('readBars', { seriesId: window!.seriesId, level: 0, fromIndex: detail!.fromIndex, count: window!.length }),
    enabled: window !== undefined,
  });
  return data?.bars ?? null;
}
