import type { TimeSpan } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';

export interface ShownRegionModel {
  /** What the main chart has in view, and the window that is open there; null: none. */
  readonly visible: TimeSpan | null;
  readonly window: TimeSpan | null;
}

export interface ShownRegion {
  readonly visible: Stretch | null;
  readonly window: Stretch | null;
}

export function shownRegion({ visible, window }: ShownRegionModel, axis: BarAxis): ShownRegion {
  return { visible: visible === null ? null : axis.stretchOf(visible), window: window === null ? null : axis.stretchOf(window) };
}
