/**
 * What is in view, in bars of level 0 counted from the first bar of the series: bar i fills [i, i + 1), so that edges
 * are whole numbers and a level of factor f is the same view divided by f.
 */
export interface BarView {
  readonly from: number;
  readonly to: number;
}

const FEWEST_BARS = 5;
const ROOM_AROUND = 1.25;
/** This part of the view may be empty beyond the first or the last bar. */
const EMPTY_PART = 0.5;

export const viewWidth = (view: BarView): number => view.to - view.from;
export const viewMiddle = (view: BarView): number => (view.from + view.to) / 2;

export function centredView(middle: number, width: number): BarView {
  return { from: middle - width / 2, to: middle + width / 2 };
}

/** The nearest view that still shows bars of a series of `total` bars. */
export function clampView(view: BarView, total: number): BarView {
  const width = possibleWidth(viewWidth(view), total);
  const from = viewWidth(view) === width ? view.from : viewMiddle(view) - width / 2;
  const empty = width * EMPTY_PART;
  const clamped = Math.max(-empty, Math.min(from, total + empty - width));
  return { from: clamped, to: clamped + width };
}

function possibleWidth(width: number, total: number): number {
  return Math.min(Math.max(width, FEWEST_BARS), Math.max(total * ROOM_AROUND, FEWEST_BARS * 4));
}

/**
 * More than 1 zooms in; what lies at `anchor` stays where it is. It ends with the fewest bars, and with all of the `total`:
 * a wheel that turns on then moves nothing.
 */
export function zoomView(view: BarView, factor: number, anchor: number, total: number): BarView {
  const width = viewWidth(view);
  const scale = possibleWidth(width / factor, total) / width;
  return { from: anchor - (anchor - view.from) * scale, to: anchor + (view.to - anchor) * scale };
}

export function panView(view: BarView, bars: number): BarView {
  return { from: view.from + bars, to: view.to + bars };
}

/** The same view in bars of a level that merges `factor` bars into one. */
export function viewAtFactor(view: BarView, factor: number): BarView {
  return { from: view.from / factor, to: view.to / factor };
}
