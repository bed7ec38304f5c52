import { lastBarAtOrBefore, type BarColumns } from '../../../shared/domain/bar.ts';
import type { FeatureSetName } from '../../../shared/domain/train-config.ts';
import { barFeatures } from '../../../shared/engine/features/bar-features.ts';
import { featureSet } from '../../../shared/engine/features/feature-set.ts';
import { freshStarts } from '../../../shared/engine/features/fresh-starts.ts';
import type { FeatureWish } from './indicator-wish.ts';

/** values: [n, columns], row-major; NaN where the wish has none. */
export interface FeatureRows {
  readonly set: FeatureSetName;
  readonly columns: number;
  readonly values: Float32Array;
}

/** The names of the columns: position_encoding is left out, since it is of a window and not of a bar. */
export function featureNames(wish: FeatureWish): readonly string[] {
  const { names, withPosition } = featureSet(wish.set);
  return withPosition ? names.slice(0, -1) : names;
}

/** With the engine's own code, so that what is seen is what training sees. `lead`: bars before the first that is wanted. */
export function featureRows(bars: BarColumns, lead: number, wish: FeatureWish): FeatureRows {
  const inside = wish.scope === 'window' && wish.window !== null ? wish.window : null;
  const first = inside === null ? 0 : lastBarAtOrBefore(bars.time, inside.startTime - 1) + 1;
  const starts = inside !== null ? afreshAt(first, bars) : wish.scope === 'unbroken' ? freshStarts(bars.time) : [0];
  const { columns, values } = barFeatures(featureSet(wish.set), bars, lead, wish.windowLength, starts);
  if (inside !== null) {
    const last = lastBarAtOrBefore(bars.time, inside.endTime);
    values.fill(NaN, 0, Math.max(0, first - lead) * columns);
    values.fill(NaN, Math.max(0, last + 1 - lead) * columns);
  }
  return { set: wish.set, columns, values };
}

const afreshAt = (first: number, { time }: BarColumns): readonly number[] => (first === 0 || first >= time.length ? [0] : [0, first]);
