import { useEffectEvent, useLayoutEffect, useRef } from 'react';

interface FocusFirstProps {
  /** What is to be used first, within the dialog that this stands in. */
  readonly select: string;
  /** Is told what had the focus before, to be given it back. */
  readonly onTaken: (before: Element | null) => void;
}

/**
 * Gives the focus to what a dialog is used with first, in the same task in which it opens: its own way there takes frames, and
 * what is typed meanwhile would be lost.
 */
export function FocusFirst({ select, onTaken }: FocusFirstProps) {
  const tell = useEffectEvent(onTaken);
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    tell(document.activeElement);
    place.current?.closest('[role=dialog]')?.querySelector<HTMLElement>(select)?.focus({ preventScroll: true });
  }, [select]);
  return <span ref={place} hidden />;
}
