import type { TimeSpan } from '../../chart-types.ts';
import type { BarAxis, Stretch } from '../../geometry/bar-axis.ts';

export interface WindowShade {
  /** The stretch that is not dimmed; beside the pane where the window is nowhere among the loaded bars. */
  readonly inside: Stretch;
  /** 0 to 1. */
  readonly strength: number;
}

/** A window that fills less of the pane than this is seen from afar, where dimming all the rest would only hide it. */
const FULL_FROM = 0.12;
const FAINTEST = 0.2;

/** null: no window is open. */
export function windowShade(window: TimeSpan | null, axis: BarAxis): WindowShade | null {
  if (window === null) return null;
  const inside = axis.stretchOf(window);
  if (inside === null) return { inside: window.endTime < axis.first ? { left: -1, right: -1 } : { left: axis.width + 1, right: axis.width + 1 }, strength: 1 };
  const share = (inside.right - inside.left) / axis.width;
  return { inside, strength: Math.min(1, Math.max(FAINTEST, share / FULL_FROM)) };
}
