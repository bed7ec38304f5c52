import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { QueueView, WindowCounts, WindowPage } from '../../../../shared/contract/windows.ts';
import { usePendingEdits } from '../../../labels/labels-context.tsx';
import { windowWithPending } from '../../../labels/pending-view.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';

const PAGE_ROWS = 200;

export interface WindowPages {
  readonly total: number;
  readonly counts: WindowCounts;
  readonly isLoaded: boolean;
  /** undefined: its page is still loading. */
  rowAt(index: number): WindowPage['windows'][number] | undefined;
}

const NO_COUNTS: WindowCounts = { pending: 0, reviewed: 0, skipped: 0 };

/** The rows of the queue that are in view (and the first page, for the counts), page by page. */
export function useWindowPages(view: QueueView, firstRow: number, lastRow: number): WindowPages {
  const core = useCore();
  const pending = usePendingEdits();
  const pages = pageNumbers(firstRow, lastRow);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...queryKeys.windowList(view), page],
      queryFn: () => core.call('listWindows', { ...view, offset: page * PAGE_ROWS, limit: PAGE_ROWS }),
      placeholderData: keepPreviousData,
    })),
  });
  const first = answers[0].data;
  return {
    total: first?.total ?? 0,
    counts: first?.counts ?? NO_COUNTS,
    isLoaded: first !== undefined,
    rowAt: (index) => {
      const page = Math.floor(index / PAGE_ROWS);
      const row = answers[pages.indexOf(page)]?.data?.windows[index - page * PAGE_ROWS];
      return row === undefined ? undefined : windowWithPending(row, pending);
    },
  };
}

function pageNumbers(firstRow: number, lastRow: number): readonly number[] {
  const from = Math.floor(firstRow / PAGE_ROWS);
  const to = Math.floor(lastRow / PAGE_ROWS);
  const inView = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return inView.includes(0) ? inView : [0, ...inView];
}
