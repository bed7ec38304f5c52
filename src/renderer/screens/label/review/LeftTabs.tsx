import { useWorkspace } from '../../../state/workspace.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Group } from '../../../ui/Group.tsx';
import { goHomeAfterMouse } from '../../../ui/keyboard-home.ts';
import style from './Review.module.css';

/** Windows one by one, or disagreements one by one. */
export function LeftTabs() {
  const { reviewing, set } = useWorkspace();
  return (
    <Group label="What to go through" className={style.tabs}>
      <Button
        look="quiet"
        aria-pressed={!reviewing}
        onClick={(event) => {
          goHomeAfterMouse(event);
          set({ reviewing: false });
        }}
        data-testid="left-queue"
      >
        Queue
      </Button>
      {reviewing ? (
        <Button look="quiet" aria-pressed data-testid="left-review" onClick={goHomeAfterMouse}>
          Review
        </Button>
      ) : (
        <ActionButton action="review.toggle" look="quiet" aria-pressed={false}>
          Review
        </ActionButton>
      )}
    </Group>
  );
}
