import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useRef, type RefObject } from 'react';

export interface Rows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
}

interface RowsOptions {
  readonly count: number;
  readonly height: number;
  /** First and last row in view. */
  readonly onRange?: (first: number, last: number) => void;
}

/** The rows of a list of which only what is in view is drawn. */
export function useRows({ count, height, onRange }: RowsOptions): Rows {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the compiler that cannot memoise it is not used here
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    onChange: ({ range }) => range !== null && onRange?.(range.startIndex, range.endIndex),
  });
  return { scroller, virtual };
}
