import { useActions } from '../../../actions/actions-context.tsx';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';
import { measurementOf, setMeasurement } from './measure-session.ts';

/** Measuring by key. To be called after what registers the usual meaning of the same keys: Esc takes the measurement away first. */
export function useMeasureActions({ series: { id } }: Scene): void {
  useActions({
    'chart.measure': () => {
      const { cursor } = useSession.getState();
      if (measurementOf(id) !== null) return setMeasurement(id, null);
      if (cursor === null) return false;
      setMeasurement(id, { from: { time: cursor, price: null }, to: null });
    },
    'span.deselect': () => (measurementOf(id) === null ? false : setMeasurement(id, null)),
  });
}
