import { viewBars, type BarColumns } from '../../../domain/bar.ts';
import type { WindowData, WindowSpan } from '../window-data.ts';
import type { Variant } from './variants.ts';

/** The window with its bars and labels changed alike; what reads it computes features and targets as of any other window. */
export function augmentWindow(window: WindowData, { mirrored, reversed, factor }: Variant): WindowData {
  const turned = reversed ? reverseWindow(window) : window;
  const { bars, warmUp } = turned;
  const exponent = mirrored ? -factor : factor;
  return exponent === 1 ? turned : { ...turned, bars: stretch(bars, bars.close[warmUp], exponent) };
}

/**
 * p' = c (p/c)^exponent: distances from c in log price are multiplied. A negative exponent mirrors them, c^2/p for -1, so that
 * high and low change roles.
 */
function stretch({ open, high, low, close, ...others }: BarColumns, centre: number, exponent: number): BarColumns {
  const prices = (from: Float64Array): Float64Array => from.map((price) => centre * (price / centre) ** exponent);
  const [highest, lowest] = exponent > 0 ? [high, low] : [low, high];
  return { ...others, open: prices(open), high: prices(highest), low: prices(lowest), close: prices(close) };
}

/**
 * The window from its last bar to its first: open and close change places, and so do the edges of spans. Bars before it would
 * come after it, where nothing reads them, and those that would warm it up lie behind it: it has no warm-up. What was before
 * an expansion is behind it now, so that the type is unknown.
 */
function reverseWindow({ bars, warmUp, spans }: WindowData): WindowData {
  const own = viewBars(bars, warmUp, bars.time.length);
  const last = own.time.length - 1;
  return {
    bars: { time: reverseTime(own.time), open: own.close.toReversed(), high: own.high.toReversed(), low: own.low.toReversed(), close: own.open.toReversed(), volume: own.volume.toReversed() },
    warmUp: 0,
    spans: spans.map((span) => reverseSpan(span, last)).toReversed(),
  };
}

/** Pauses come in reverse order, too; the first and the last bar open when they did. */
const reverseTime = (time: Float64Array): Float64Array => time.toReversed().map((opens) => time[0] + time[time.length - 1] - opens);

const reverseSpan = ({ start, end, startUncertainty, endUncertainty, confidence }: WindowSpan, last: number): WindowSpan => ({
  start: last - end,
  end: last - start,
  startUncertainty: endUncertainty,
  endUncertainty: startUncertainty,
  confidence,
  type: null,
});
