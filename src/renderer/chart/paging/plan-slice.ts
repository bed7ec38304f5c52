import type { BarView } from './bar-view.ts';

/** Cost grows with the number of bars in the chart: these keep a page under two frames and memory flat. */
export const MOST_BARS = 24_000;
const USUAL_BARS = 12_000;
const PAGE_BARS = 6_000;
/** More is read when fewer bars than these are left beyond the view. */
const EDGE_BARS = 2_000;

/** Bars [from, to) of one level. */
export interface SliceRange {
  readonly from: number;
  readonly to: number;
}

export interface SliceWish {
  /** In bars of the level. */
  readonly view: BarView;
  /** Bars that the level has. */
  readonly total: number;
  /** Nothing moves: a good moment to let go of bars far from the view. */
  readonly idle: boolean;
}

const sizeOf = (range: SliceRange): number => range.to - range.from;

/** Whole bars in view; at least one, as near to the view as there is one. */
export function visibleBars(view: BarView, total: number): SliceRange {
  const from = Math.min(Math.max(0, Math.floor(view.from)), total - 1);
  const to = Math.max(from + 1, Math.min(total, Math.ceil(view.to)));
  return { from, to };
}

/**
 * The bars that the chart should hold, or null when those that it holds will do.
 * `loaded`: what it holds of the same level; null: nothing of that level.
 */
export function planSlice(loaded: SliceRange | null, wish: SliceWish): SliceRange | null {
  if (wish.total <= 0) return null;
  const visible = visibleBars(wish.view, wish.total);
  if (loaded === null || visible.from >= loaded.to || visible.to <= loaded.from) return around(visible, wish.total);
  const extended = extend(loaded, visible, wish.total);
  if (sizeOf(extended) > sizeOf(loaded)) return sizeOf(extended) > MOST_BARS ? fit(extended, visible) : extended;
  const spare = sizeOf(loaded) - aroundSize(visible);
  return wish.idle && spare > PAGE_BARS ? around(visible, wish.total) : null;
}

const aroundSize = (visible: SliceRange): number =>
  Math.min(MOST_BARS, Math.max(USUAL_BARS, sizeOf(visible) + 2 * (EDGE_BARS + PAGE_BARS / 2)));

function around(visible: SliceRange, total: number): SliceRange {
  const size = Math.min(aroundSize(visible), total);
  const middle = Math.floor((visible.from + visible.to) / 2);
  const from = Math.min(Math.max(0, middle - Math.floor(size / 2)), total - size);
  return { from, to: from + size };
}

/** A page more on each side where the view is near the edge of what is loaded. */
function extend(loaded: SliceRange, visible: SliceRange, total: number): SliceRange {
  // A view that fills the chart leaves no room for margins on both sides: half of what is left is enough.
  const edge = Math.min(EDGE_BARS, Math.max(0, Math.floor((MOST_BARS - sizeOf(visible)) / 4)));
  const wanted = { from: Math.max(0, visible.from - edge), to: Math.min(total, visible.to + edge) };
  return {
    from: wanted.from < loaded.from ? Math.max(0, Math.min(wanted.from, loaded.from - PAGE_BARS)) : loaded.from,
    to: wanted.to > loaded.to ? Math.min(total, Math.max(wanted.to, loaded.to + PAGE_BARS)) : loaded.to,
  };
}

/** Cuts to MOST_BARS on the side that is farther from the view. */
function fit(range: SliceRange, visible: SliceRange): SliceRange {
  const middle = Math.floor((visible.from + visible.to) / 2);
  const from = Math.min(Math.max(range.from, middle - MOST_BARS / 2), range.to - MOST_BARS);
  return { from, to: from + MOST_BARS };
}
