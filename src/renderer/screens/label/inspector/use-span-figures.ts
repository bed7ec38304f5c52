import { useQuery } from '@tanstack/react-query';
import type { Span } from '../../../../shared/domain/span.ts';
import { spanFigures, type SpanFigures } from '../../../labels/span-figures.ts';
import type { Connection } from '../../../rpc/connection.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';
import type { Scene } from '../scene/use-scene.ts';

/** Read off the window's bars; on the free chart the span's own bars are asked for. undefined: not known yet. */
export function useSpanFigures(span: Span, scene: Scene): SpanFigures | undefined {
  const core = useCore();
  const { data } = useQuery({
    queryKey: queryKeys.bars(span.seriesId, span.startTime, span.endTime),
    queryFn: () => readSpanBars(core, span),
    enabled: scene.window === null,
  });
  const bars = scene.window === null ? data?.bars : scene.bars;
  return bars == null ? undefined : spanFigures(span, bars);
}

async function readSpanBars(core: Connection, { seriesId, startTime, endTime }: Span) {
  const [first, last] = await Promise.all([
    core.call('findBar', { seriesId, level: 0, time: startTime }),
    core.call('findBar', { seriesId, level: 0, time: endTime }),
  ]);
  return core.call('readBars', { seriesId, level: 0, fromIndex: first.index, count: last.index - first.index + 1 });
}
