import type { FeatureSet } from './feature-set.ts';
import { viewOhlc, type Ohlc } from './ohlc.ts';
import { positionEncoding } from './position-encoding.ts';

/** Features of consecutive bars that depend on no window. values: [bars, columns], row-major. */
export interface BarFeatures {
  readonly bars: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/**
 * One pass over `bars`, keeping the rows from bar `from` on: the bars before it are warm-up. `starts`: bars at which the pass
 * starts afresh, 0 and ascending.
 */
export function barFeatures(set: FeatureSet, bars: Ohlc, from: number, windowLength: number, starts: readonly number[] = [0]): BarFeatures {
  const count = bars.close.length - from;
  // position_encoding belongs to the window.
  const columns = set.names.length - (set.withPosition ? 1 : 0);
  const values = new Float32Array(count * columns);
  starts.forEach((start, n) => {
    const end = starts[n + 1] ?? bars.close.length;
    if (end <= from) return;
    set.compute(viewOhlc(bars, start, end), windowLength).forEach((column, c) => {
      for (let i = Math.max(start, from); i < end; i++) values[(i - from) * columns + c] = column[i - start];
    });
  });
  return { bars: count, columns, values };
}

/**
 * Writes the window that begins at row `start` of `features` to `into` at `offset`, with position_encoding where the set has
 * it. into: [.., length, set.names.length], row-major.
 */
export function writeWindow(set: FeatureSet, features: BarFeatures, start: number, length: number, into: Float32Array, offset: number): void {
  const inputs = set.names.length;
  for (let t = 0; t < length; t++) {
    const row = (start + t) * features.columns;
    into.set(features.values.subarray(row, row + features.columns), offset + t * inputs);
    if (set.withPosition) into[offset + t * inputs + inputs - 1] = positionEncoding(t, length);
  }
}

/** A window by itself: `bars` are its own, preceded by `warmUp` bars that are read and not kept. -> [length, set.names.length] */
export function windowFeatures(set: FeatureSet, bars: Ohlc, warmUp: number, starts?: readonly number[]): Float32Array {
  const length = bars.close.length - warmUp;
  const into = new Float32Array(length * set.names.length);
  writeWindow(set, barFeatures(set, bars, warmUp, length, starts), 0, length, into, 0);
  return into;
}

/** The same started afresh at the window's first bar, as the published study does. */
export function windowFeaturesAfresh(set: FeatureSet, bars: Ohlc, warmUp: number): Float32Array {
  return windowFeatures(set, viewOhlc(bars, warmUp, bars.close.length), 0);
}
