import type { ReactNode } from 'react';
import { useActionBoard } from '../actions/actions-context.tsx';
import { actionById, type ActionId } from '../actions/action-definitions.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { goHomeAfterMouse } from './keyboard-home.ts';
import { Keys } from './Keys.tsx';
import { Tooltip } from './Tooltip.tsx';

interface ActionButtonProps extends Omit<ButtonProps, 'onClick'> {
  readonly action: ActionId;
  /** Without text: the action's title is its name for screen readers, and the tooltip says it to all. */
  readonly children: ReactNode;
}

/** A button that carries out an action, explained by the action's title and key. */
export function ActionButton({ action, size, ...rest }: ActionButtonProps) {
  const board = useActionBoard();
  const { title, keys } = actionById(action);
  const explained = (
    <>
      {title}
      {keys.length > 0 && <Keys binding={keys[0]} />}
    </>
  );
  return (
    <Tooltip text={explained}>
      <Button
        size={size}
        aria-label={size === 'icon' ? title : undefined}
        data-testid={action}
        {...rest}
        onClick={(event) => {
          goHomeAfterMouse(event);
          board.run(action);
        }}
      />
    </Tooltip>
  );
}
