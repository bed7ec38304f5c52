import type { TimeMs } from '../../../../shared/domain/time.ts';
import { stepBars } from '../../../labels/step-bars.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';

/** The bar so many bars on, within the window where there is one; null: its bars are not there yet. */
export function stepInScene(scene: Scene, from: TimeMs, bars: number): TimeMs | null {
  if (scene.window !== null) return scene.bars === null ? null : stepBars(scene.bars.time, from, bars);
  return useSession.getState().chart?.stepBar(from, bars) ?? null;
}

/** false: there is no bar to go to. */
export function moveCursor(to: TimeMs | null): void | false {
  if (to === null) return false;
  const { visible, chart, set } = useSession.getState();
  set({ cursor: to });
  if (visible !== null && (to < visible.startTime || to > visible.endTime)) void chart?.showTime(to);
}
