import type { TimeRange } from '../../../labels/span-edges.ts';
import { formatDay } from '../../../ui/format/time.ts';
import { useSession } from '../session.ts';
import { shareOfTime } from './overview-scale.ts';

/** What part of the series the chart shows; before it shows any, none at its beginning. edges: [n + 1] */
export function viewShares(edges: Float64Array): { readonly from: number; readonly to: number } {
  const { visible } = useSession.getState();
  return visible === null ? { from: 0, to: 0 } : sharesOf(visible, edges);
}

/** Keeps the box of the view where the chart is, and tells screen readers; returns what ends it. */
export function followView(strip: HTMLElement, edges: Float64Array, timeZone: string): () => void {
  const rail = strip.querySelector<HTMLElement>('[data-rail]')!;
  const place = (visible: TimeRange | null): void => {
    rail.hidden = visible === null;
    if (visible !== null) placeView(strip, rail, visible, edges, timeZone);
  };
  place(useSession.getState().visible);
  return useSession.subscribe(({ visible }, before) => {
    if (visible !== before.visible) place(visible);
  });
}

/** The rail, as long as the strip, is moved and not the box on it: a move of its own layer neither lays out nor paints. */
function placeView(strip: HTMLElement, rail: HTMLElement, visible: TimeRange, edges: Float64Array, timeZone: string): void {
  const { from, to } = sharesOf(visible, edges);
  const box = rail.firstElementChild as HTMLElement;
  const width = `${(100 * (to - from)).toFixed(2)}%`;
  rail.style.transform = `translateX(${100 * from}%)`;
  if (box.style.width !== width) box.style.width = width;
  strip.dataset.from = from.toFixed(4);
  strip.dataset.to = to.toFixed(4);
  strip.setAttribute('aria-valuenow', String(Math.round(50 * (from + to))));
  strip.setAttribute('aria-valuetext', `${formatDay(visible.startTime, timeZone)} to ${formatDay(visible.endTime, timeZone)}`);
}

const sharesOf = ({ startTime, endTime }: TimeRange, edges: Float64Array) => ({ from: shareOfTime(edges, startTime), to: shareOfTime(edges, endTime) });
