import type { BarView } from './bar-view.ts';

/** All bars in the chart are laid out anew with every page, at about half a microsecond each: as few as the view needs keep that out of sight. */
export const MOST_BARS = 24_000;
/** More is read when fewer bars than these are left beyond the view; about as many as are in view. */
const EDGE_BARS = { least: 500, most: 2_000 } as const;
/** So many are read at a time; about twice as many as are in view. */
const PAGE_BARS = { least: 1_500, most: 6_000 } as const;

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
  if (sizeOf(extended) > sizeOf(loaded)) {
    const fitted = fit(extended, visible);
    // Of a view wider than the limit no more can be had.
    return fitted.from === loaded.from && fitted.to === loaded.to ? null : fitted;
  }
  const spare = sizeOf(loaded) - aroundSize(visible);
  return wish.idle && spare > pageOf(visible) ? around(visible, wish.total) : null;
}

const within = (bars: number, { least, most }: { readonly least: number; readonly most: number }): number => Math.min(Math.max(bars, least), most);
const edgeOf = (visible: SliceRange): number => within(sizeOf(visible), EDGE_BARS);
const pageOf = (visible: SliceRange): number => within(2 * sizeOf(visible), PAGE_BARS);
const aroundSize = (visible: SliceRange): number => Math.min(MOST_BARS, sizeOf(visible) + 2 * edgeOf(visible) + pageOf(visible));

function around(visible: SliceRange, total: number): SliceRange {
  const size = Math.min(aroundSize(visible), total);
  const middle = Math.floor((visible.from + visible.to) / 2);
  const from = Math.min(Math.max(0, middle - Math.floor(size / 2)), total - size);
  return { from, to: from + size };
}

/** A page more on each side where the view is near the edge of what is loaded. */
function extend(loaded: SliceRange, visible: SliceRange, total: number): SliceRange {
  // A view that fills the chart leaves no room for margins on both sides: half of what is left is enough.
  const edge = Math.min(edgeOf(visible), Math.max(0, Math.floor((MOST_BARS - sizeOf(visible)) / 4)));
  const wanted = { from: Math.max(0, visible.from - edge), to: Math.min(total, visible.to + edge) };
  const page = pageOf(visible);
  return {
    from: wanted.from < loaded.from ? Math.max(0, Math.min(wanted.from, loaded.from - page)) : loaded.from,
    to: wanted.to > loaded.to ? Math.min(total, Math.max(wanted.to, loaded.to + page)) : loaded.to,
  };
}

/** Lets go of bars on the side that is farther from the view: a long pan must not carry along all that it has passed. */
function fit(range: SliceRange, visible: SliceRange): SliceRange {
  const most = Math.min(MOST_BARS, 2 * aroundSize(visible));
  if (sizeOf(range) <= most) return range;
  const middle = Math.floor((visible.from + visible.to) / 2);
  const from = Math.min(Math.max(range.from, middle - Math.floor(most / 2)), range.to - most);
  return { from, to: from + most };
}
