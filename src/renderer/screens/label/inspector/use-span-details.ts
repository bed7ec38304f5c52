import { useActions } from '../../../actions/actions-context.tsx';
import type { SpanId } from '../../../../shared/domain/ids.ts';
import { closeHistory } from '../history/look-at-step.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';

/** What has the focus first where a span can be changed, and where it can only be seen. */
const FIRST_CONTROLS = '[data-testid=span-editor] [aria-pressed=true], [data-testid=span-editor] button, [data-testid=span-elsewhere] button';

/** Goes to what is said of a span, by a double click and by key. Returns what opens it. */
export function useSpanDetails({ spans, past }: Scene): (id: SpanId) => void {
  const open = (id: SpanId): void => {
    useSession.getState().set({ selectedId: id });
    if (past === null) closeHistory();
    // Once it is drawn.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(FIRST_CONTROLS)?.focus());
  };
  useActions({
    'span.details': () => {
      const { selectedId } = useSession.getState();
      if (selectedId === null || !spans.some(({ id }) => id === selectedId)) return false;
      open(selectedId);
    },
  });
  return open;
}
