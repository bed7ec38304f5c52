import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { QueueView } from '../../../../shared/contract/windows.ts';
import type { WindowId } from '../../../../shared/domain/ids.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { useSeriesList } from '../../../rpc/queries.ts';
import { queryKeys } from '../../../rpc/query-keys.ts';
import { isNarrow } from '../../../state/queue-choice.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { useRows, type Rows } from '../../../ui/use-rows.ts';
import style from './Queue.module.css';
import { QueueHead } from './QueueHead.tsx';
import { QueueRow } from './QueueRow.tsx';
import { useQueueActions } from './use-queue-actions.ts';
import { useQueueView } from './use-queue-view.ts';
import { useWindowPages } from './use-window-pages.ts';

const ROW_HEIGHT = 44;

/** The windows of a series, or of all, in their order. */
export function Queue({ onOpen }: { readonly onOpen: (windowId: WindowId) => void }) {
  const { windowId, freeChart, queue } = useWorkspace();
  const { data: series = [] } = useSeriesList();
  const [range, setRange] = useState({ first: 0, last: 40 });
  const view = useQueueView();
  const pages = useWindowPages(view, range.first, range.last);
  const { scroller, drawn, totalHeight, scrollToRow } = useRows({
    count: pages.total,
    height: ROW_HEIGHT,
    onRange: (first, last) => (first !== range.first || last !== range.last) && setRange({ first, last }),
  });
  useFollow(view, freeChart ? null : windowId, scrollToRow);
  useQueueActions();

  const current = drawn.find((item) => !freeChart && pages.rowAt(item.index)?.id === windowId);
  const tabStop = (current ?? drawn[0])?.index;

  return (
    <>
      <QueueHead counts={pages.counts} />
      <div ref={scroller} className={style.scroller} data-testid="queue" data-area="queue">
        {pages.isLoaded && pages.total === 0 && <EmptyQueue isFiltered={queue.state !== null || isNarrow(queue)} />}
        <div className={style.list} style={{ height: totalHeight }}>
          {drawn.map((item) => {
            const row = pages.rowAt(item.index);
            if (row === undefined) return null;
            return (
              <QueueRow
                key={item.key}
                window={row}
                series={series.find((candidate) => candidate.id === row.seriesId)}
                showSymbol={series.length > 1}
                number={item.index + 1}
                top={item.start}
                height={item.size}
                isCurrent={!freeChart && row.id === windowId}
                isTabStop={item.index === tabStop}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
      <div className={style.foot}>
        <ActionButton action="window.make">Make windows</ActionButton>
        <ActionButton action="window.free" aria-pressed={freeChart}>
          Free chart
        </ActionButton>
      </div>
    </>
  );
}

function EmptyQueue({ isFiltered }: { readonly isFiltered: boolean }) {
  return (
    <p className={style.empty}>
      {isFiltered ? 'No window is like that. Choose “All” above, or clear the filters.' : 'No windows yet. Make some: they are what you review one by one and what training learns from.'}
    </p>
  );
}

/** Keeps the open window in view, where the filters let it through. */
function useFollow(view: QueueView, windowId: WindowId | null, scrollToRow: Rows['scrollToRow']): void {
  const core = useCore();
  const { data } = useQuery({ queryKey: queryKeys.windowPlace(view, windowId), queryFn: () => core.call('findInQueue', { ...view, windowId: windowId! }), enabled: windowId !== null, meta: { quiet: true } });
  const row = data?.position ?? undefined;
  useEffect(() => {
    if (row !== undefined) scrollToRow(row);
  }, [row, scrollToRow]);
}
