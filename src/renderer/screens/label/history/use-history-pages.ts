import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { HistoryItem } from '../../../../shared/contract/labels.ts';
import type { WindowId } from '../../../../shared/domain/ids.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { queryKeys } from '../../../rpc/query-keys.ts';

const PAGE_ROWS = 200;

export interface HistoryPages {
  readonly total: number;
  /** Sequence of the newest step in force. */
  readonly current: number | null;
  readonly isLoaded: boolean;
  /** undefined: its page is still loading. */
  itemAt(index: number): HistoryItem | undefined;
}

/** The steps that are in view, page by page. `windowId`: those alone that touch this window. */
export function useHistoryPages(windowId: WindowId | null, firstRow: number, lastRow: number): HistoryPages {
  const core = useCore();
  const from = Math.floor(firstRow / PAGE_ROWS);
  const pages = Array.from({ length: Math.floor(lastRow / PAGE_ROWS) - from + 1 }, (_, index) => from + index);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...queryKeys.historyOf(windowId), page],
      queryFn: () => core.call('readHistory', { windowId: windowId ?? undefined, offset: page * PAGE_ROWS, limit: PAGE_ROWS }),
      placeholderData: keepPreviousData,
    })),
  });
  const loaded = answers.find(({ data }) => data !== undefined)?.data;
  return {
    total: loaded?.total ?? 0,
    current: loaded?.current ?? null,
    isLoaded: loaded !== undefined,
    itemAt: (index) => {
      const page = Math.floor(index / PAGE_ROWS);
      return answers[pages.indexOf(page)]?.data?.items[index - page * PAGE_ROWS];
    },
  };
}
