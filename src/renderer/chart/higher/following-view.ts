import type { BarView } from '../paging/bar-view.ts';

/** CSS pixels per candle, as long as what the main chart shows fits beside its past. */
const USUAL_SPACING = 9;
const NARROWEST_SPACING = 1.5;
/** So much of the pane may the main chart's part fill, and there it ends: the past is the context that one looks for. */
const LARGEST_SHARE = 0.6;
const END_AT = 0.78;
/** While it stays within these parts of the pane, the pane stands still. */
const CALM = { from: 0.06, to: 0.94 } as const;
/** Zoomed in steps, so that small zooms of the main chart leave the pane alone. */
const STEP = 1.5;

/** How many candles a pane shows that is so wide, where the main chart's part takes `needed` of them. */
export function candlesInView(width: number, needed: number): number {
  const usual = Math.max(8, width / USUAL_SPACING);
  const steps = Math.max(0, Math.ceil(Math.log(needed / LARGEST_SHARE / usual) / Math.log(STEP)));
  return Math.min(usual * STEP ** steps, Math.max(8, width / NARROWEST_SPACING));
}

/** What there is to be shown, in candles; beyond the first and the last one there are none. */
export interface CandleSpace {
  readonly count: number;
  readonly reachesStart: boolean;
  readonly reachesEnd: boolean;
}

/** The view of the pane for the main chart's part, both in candles: the one before where that still serves. width: CSS pixels. */
export function followingView(before: BarView | null, main: BarView, width: number, space: CandleSpace): BarView {
  const count = candlesInView(width, main.to - main.from);
  const isCalm = before !== null && main.from >= before.from + CALM.from * count && main.to <= before.from + CALM.to * count;
  if (isCalm && Math.abs(before.to - before.from - count) < 1e-6) return before;
  const isTooWide = main.to - main.from > LARGEST_SHARE * count * 1.01;
  const wanted = isTooWide ? (main.from + main.to - count) / 2 : main.to - END_AT * count;
  const from = withinSpace(wanted, count, main, space);
  return { from, to: from + count };
}

/** Candles of room that stay empty beyond the ends. */
const ROOM = 2;
/** Where a series begins there is no past to be shown, but more than half of the pane must not be what came later. */
const END_AT_LEAST_AT = 0.5;

/** No emptier than need be. */
function withinSpace(from: number, count: number, main: BarView, space: CandleSpace): number {
  const least = space.reachesStart ? Math.min(-ROOM, main.to - END_AT_LEAST_AT * count) : -Infinity;
  const most = space.reachesEnd ? space.count + ROOM - count : Infinity;
  return Math.max(least, Math.min(from, most));
}
