import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useRef, type RefObject } from 'react';

export interface Rows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** What is in view, and a few rows more on either side. */
  readonly drawn: readonly VirtualItem[];
  /** Of all rows, in CSS pixels. */
  readonly totalHeight: number;
  /** Moves no more than it must. The same function always. */
  scrollToRow(index: number): void;
}

interface RowsOptions {
  readonly count: number;
  readonly height: number;
  /** First and last row in view. */
  readonly onRange?: (first: number, last: number) => void;
}

/** The rows of a list of which only what is in view is drawn. */
export function useRows({ count, height, onRange }: RowsOptions): Rows {
  // The virtualizer is one object, which the compiler would take for unchanged whatever happens in it: it stays in here.
  'use no memo';
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- not compiled, see above
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    onChange: ({ range }) => range !== null && onRange?.(range.startIndex, range.endIndex),
  });
  return { scroller, drawn: virtual.getVirtualItems(), totalHeight: virtual.getTotalSize(), scrollToRow: virtual.scrollToIndex };
}
