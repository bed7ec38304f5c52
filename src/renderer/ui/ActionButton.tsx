import type { ReactNode } from 'react';
import { useActionBoard } from '../actions/actions-context.tsx';
import { actionById, type ActionId } from '../actions/action-definitions.ts';
import { ActionKeys } from './ActionKeys.tsx';
import { Button, type ButtonProps } from './Button.tsx';
import { goHomeAfterMouse } from './keyboard-home.ts';
import { Tooltip } from './Tooltip.tsx';

interface ActionButtonProps extends Omit<ButtonProps, 'onClick'> {
  readonly action: ActionId;
  /** Without text: the action's title is its name for screen readers, and the tooltip says it to all. */
  readonly children: ReactNode;
}

/** A button that carries out an action, explained by the action's title and key. */
export function ActionButton({ action, size, ...rest }: ActionButtonProps) {
  const board = useActionBoard();
  const { title } = actionById(action);
  const explained = (
    <>
      {title}
      <ActionKeys action={action} />
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
