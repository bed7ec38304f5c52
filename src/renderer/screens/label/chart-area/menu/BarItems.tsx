import type { ActionId } from '../../../../actions/action-definitions.ts';
import { useActionBoard } from '../../../../actions/actions-context.tsx';
import type { TimeMs } from '../../../../../shared/domain/time.ts';
import { MenuItem, MenuSection } from '../../../../ui/PointMenu.tsx';
import type { Scene } from '../../scene/use-scene.ts';
import { useMeasurement } from '../../measure/measure-session.ts';
import { useSession } from '../../session.ts';

/** Of the bar under the pointer, and of what is in view. */
export function BarItems({ time, scene }: { readonly time: TimeMs; readonly scene: Scene }) {
  const board = useActionBoard();
  const isBegun = useSession((session) => session.pendingStart !== null);
  const isMeasuring = useMeasurement(scene.series.id) !== null;
  const atBar = (action: ActionId) => () => {
    useSession.getState().set({ cursor: time });
    board.run(action);
  };
  const item = (action: ActionId, text: string, onChoose: () => void = () => board.run(action)) => (
    <MenuItem action={action} onChoose={onChoose}>
      {text}
    </MenuItem>
  );
  return (
    <>
      <MenuSection title="The bar">
        {scene.past === null && item('span.start-end', isBegun ? 'End the span here' : 'Begin a span here', atBar('span.start-end'))}
        {isMeasuring ? item('chart.measure', 'Remove the measurement') : item('chart.measure', 'Measure from here', atBar('chart.measure'))}
        {isBegun && item('span.deselect', 'Drop the span that is begun')}
      </MenuSection>
      <MenuSection title="View">
        {scene.window !== null && item('chart.fit', 'Fit the window')}
        {item('chart.whole', 'Show the whole series')}
        {item('window.free', scene.window === null ? 'Back to the window' : 'Free chart')}
      </MenuSection>
    </>
  );
}
