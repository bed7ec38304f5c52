import type { FeatureSetName } from '../../../shared/domain/train-config.ts';
import type { ChartCanvas } from '../chart-canvas.ts';
import type { FeatureRows } from './feature-rows.ts';
import { CHUNK_BARS, type IndicatorFeed, type LevelRange } from './indicator-feed.ts';
import type { LineName } from './indicator-lines.ts';

/** Looks values up by the place of a loaded candle, as everything that draws counts. */
export class IndicatorReader {
  readonly #canvas: ChartCanvas;
  readonly #feed: IndicatorFeed;

  constructor(canvas: ChartCanvas, feed: IndicatorFeed) {
    this.#canvas = canvas;
    this.#feed = feed;
  }

  /** NaN: there is none, or not yet. */
  valueAt(name: LineName, index: number): number {
    const { level, from } = this.#place();
    return this.#feed.chunkOf(level, from + index)?.lines[name]?.[(from + index) % CHUNK_BARS] ?? NaN;
  }

  /** Whether a day's VWAP begins at this candle. */
  dayBeginsAt(index: number): boolean {
    const { level, from } = this.#place();
    return this.#feed.chunkOf(level, from + index)?.dayBegins?.[(from + index) % CHUNK_BARS] === 1;
  }

  /** Of the chunk that holds this bar of the series; null: not yet. */
  featureRowsAt(set: FeatureSetName, bar: number): FeatureRows | null {
    const rows = this.#feed.chunkOf(0, bar)?.features ?? null;
    return rows?.set === set ? rows : null;
  }

  /** The features of a loaded bar, in their order; null: a candle of several bars has none, or not yet. */
  featuresAt(set: FeatureSetName, index: number): Float32Array | null {
    const { level, from } = this.#place();
    const rows = level === 0 ? this.featureRowsAt(set, from + index) : null;
    if (rows === null) return null;
    const at = ((from + index) % CHUNK_BARS) * rows.columns;
    return rows.values.subarray(at, at + rows.columns);
  }

  /** What is in view; null: nothing is. */
  view(): LevelRange | null {
    const visible = this.#canvas.axis()?.visible() ?? null;
    const { level, from } = this.#place();
    return visible === null ? null : { level, from: from + visible.from, to: from + visible.to };
  }

  /** Lowest and highest value in view; null: there is none. */
  rangeOf(name: LineName): { readonly minValue: number; readonly maxValue: number } | null {
    const visible = this.#canvas.axis()?.visible() ?? null;
    let [minValue, maxValue] = [Infinity, -Infinity];
    for (let i = visible?.from ?? 0; i <= (visible?.to ?? -1); i += 1) {
      const value = this.valueAt(name, i);
      if (value < minValue) minValue = value;
      if (value > maxValue) maxValue = value;
    }
    return minValue <= maxValue ? { minValue, maxValue } : null;
  }

  /** Place within its level of the first loaded candle. */
  get first(): number {
    return this.#place().from;
  }

  #place(): { readonly level: number; readonly from: number } {
    return this.#canvas.loaded ?? { level: 0, from: 0 };
  }
}
