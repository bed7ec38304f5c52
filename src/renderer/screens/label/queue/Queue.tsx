import { useEffect, useState } from 'react';
import type { WindowId } from '../../../../shared/domain/ids.ts';
import type { WindowState } from '../../../../shared/domain/window.ts';
import { useSeriesList } from '../../../rpc/queries.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { useRows, type Rows } from '../../../ui/use-rows.ts';
import { useWindowDetail } from '../scene/use-scene.ts';
import style from './Queue.module.css';
import { QueueHead } from './QueueHead.tsx';
import { QueueRow } from './QueueRow.tsx';
import { useWindowPages } from './use-window-pages.ts';

const ROW_HEIGHT = 44;

/** The windows of a series, or of all, in their order. */
export function Queue({ onOpen }: { readonly onOpen: (windowId: WindowId) => void }) {
  const { windowId, seriesId, freeChart } = useWorkspace();
  const { data: series = [] } = useSeriesList();
  const [state, setState] = useState<WindowState | undefined>(undefined);
  const [range, setRange] = useState({ first: 0, last: 40 });
  const filter = { seriesId: seriesId ?? undefined, state };
  const pages = useWindowPages(filter, range.first, range.last);
  const { scroller, virtual } = useRows({
    count: pages.total,
    height: ROW_HEIGHT,
    onRange: (first, last) => (first !== range.first || last !== range.last) && setRange({ first, last }),
  });
  useFollow(freeChart ? null : windowId, state === undefined && seriesId === null, virtual);

  const drawn = virtual.getVirtualItems();
  const current = drawn.find((item) => !freeChart && pages.rowAt(item.index)?.id === windowId);
  const tabStop = (current ?? drawn[0])?.index;

  return (
    <>
      <QueueHead counts={pages.counts} state={state} onState={setState} />
      <div ref={scroller} className={style.scroller} data-testid="queue" data-area="queue">
        {pages.isLoaded && pages.total === 0 && <EmptyQueue isFiltered={state !== undefined} />}
        <div className={style.list} style={{ height: virtual.getTotalSize() }}>
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
      {isFiltered ? 'No window is in this state.' : 'No windows yet. Make some: they are what you review one by one and what training learns from.'}
    </p>
  );
}

/** Keeps the open window in view. Its place is known in the unfiltered queue only. */
function useFollow(windowId: WindowId | null, isWhole: boolean, virtual: Rows['virtual']): void {
  const { data } = useWindowDetail(windowId);
  const row = isWhole ? data?.position : undefined;
  useEffect(() => {
    if (row !== undefined) virtual.scrollToIndex(row, { align: 'auto' });
  }, [row, virtual]);
}
