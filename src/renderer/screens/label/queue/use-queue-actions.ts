import { useActions } from '../../../actions/actions-context.tsx';
import { nextOrder, nextState } from '../../../state/queue-choice.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { useOrderingRun } from './use-queue-view.ts';

/** What keys and palette change of the queue. */
export function useQueueActions(): void {
  const hasRun = useOrderingRun() !== null;
  const { queue, set } = useWorkspace();
  useActions({
    'queue.order': () => set({ queue: { ...queue, order: nextOrder(queue.order, hasRun) } }),
    'queue.state': () => set({ queue: { ...queue, state: nextState(queue.state), skipReason: null } }),
  });
}
