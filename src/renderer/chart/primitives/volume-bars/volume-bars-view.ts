import type { BarColumns } from '../../../../shared/domain/bar.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';

export interface VolumeBar {
  readonly stretch: Stretch;
  /** Of the greatest volume in view, 0 to 1. */
  readonly height: number;
  readonly up: boolean;
}

/** Part of a bar's width that stays empty, so that bars are told apart. */
const GAP = 0.2;
const NARROWEST_WITH_GAP = 3;

/** The bars in view that have a volume. null: volume is not shown. */
export function volumeBars(bars: BarColumns | null, axis: BarAxis): VolumeBar[] {
  const visible = axis.visible();
  if (bars === null || visible === null || bars.time.length !== axis.count) return [];
  const greatest = greatestVolume(bars.volume, visible.from, visible.to);
  if (greatest <= 0) return [];
  const half = (axis.spacing * (axis.spacing >= NARROWEST_WITH_GAP ? 1 - GAP : 1)) / 2;
  const shapes: VolumeBar[] = [];
  for (let i = visible.from; i <= visible.to; i += 1) {
    if (!(bars.volume[i] > 0)) continue;
    const middle = axis.middleOf(i);
    shapes.push({ stretch: { left: middle - half, right: middle + half }, height: bars.volume[i] / greatest, up: bars.close[i] >= bars.open[i] });
  }
  return shapes;
}

function greatestVolume(volume: Float64Array, from: number, to: number): number {
  let greatest = 0;
  for (let i = from; i <= to; i += 1) if (volume[i] > greatest) greatest = volume[i];
  return greatest;
}
