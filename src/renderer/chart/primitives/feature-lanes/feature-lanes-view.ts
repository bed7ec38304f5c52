import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';
import type { FeatureRows } from '../../indicators/feature-rows.ts';

export interface FeatureLanesModel {
  /** Size of full colour of each lane. */
  readonly reaches: readonly number[];
  /** Bars of a chunk. */
  readonly chunkBars: number;
  /** Index within the series of the first loaded candle. */
  readonly first: number;
  /** Those of the chunk that begins at this index of the series; null: not computed yet. */
  rowsAt(index: number): FeatureRows | null;
}

export interface FeatureLanesStretch {
  readonly rows: FeatureRows;
  /** Of all bars of the chunk, also of those out of view. */
  readonly stretch: Stretch;
}

export interface FeatureLanes {
  readonly reaches: readonly number[];
  readonly chunks: readonly FeatureLanesStretch[];
}

/** The chunks in view; null: lanes are not shown, or a candle stands for several bars, which have no features of their own. */
export function featureLanes(model: FeatureLanesModel | null, axis: BarAxis): FeatureLanes | null {
  const visible = axis.visible();
  if (model === null || visible === null || axis.barsPerCandle !== 1) return null;
  const { chunkBars, first } = model;
  const chunks: FeatureLanesStretch[] = [];
  for (let start = Math.floor((first + visible.from) / chunkBars) * chunkBars; start <= first + visible.to; start += chunkBars) {
    const rows = model.rowsAt(start);
    if (rows === null) continue;
    const bars = rows.values.length / rows.columns;
    chunks.push({ rows, stretch: { left: axis.leftOf(start - first), right: axis.leftOf(start - first + bars) } });
  }
  return { reaches: model.reaches, chunks };
}
