import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useRef } from 'react';
import { ACTION_GROUPS, ACTIONS, type ActionDefinition } from '../actions/action-definitions.ts';
import { useActionBoard } from '../actions/actions-context.tsx';
import { matchAction } from '../actions/match-action.ts';
import { useDialogs } from '../state/dialogs.ts';
import { ActionKeys } from '../ui/ActionKeys.tsx';
import { FocusFirst } from '../ui/FocusFirst.tsx';
import style from './CommandPalette.module.css';

/** Finds any action by a few letters and carries it out. */
export function CommandPalette() {
  // Which actions are offered is asked of the board anew each time it is opened.
  'use no memo';
  const { open, close } = useDialogs();
  const board = useActionBoard();
  const popup = useRef<HTMLDivElement>(null);
  const before = useRef<Element>(null);
  const run = (action: ActionDefinition) => {
    close();
    // Once the palette has given the focus back, so that actions that need it find it in its place.
    setTimeout(() => board.run(action.id));
  };
  return (
    <Dialog.Root open={open === 'palette'} onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={style.backdrop} />
        <Dialog.Popup ref={popup} initialFocus={() => popup.current?.querySelector('input') ?? true} finalFocus={() => (before.current instanceof HTMLElement ? before.current : true)} className={style.popup} aria-label="Find any action" data-testid="palette">
          <FocusFirst select="input" onTaken={(element) => void (before.current = element)} />
          <Command label="Find any action" loop filter={matchAction}>
            <Command.Input className={style.input} placeholder="What do you want to do?" />
            <Command.List className={style.list}>
              <Command.Empty className={style.empty}>No action is called so.</Command.Empty>
              {ACTION_GROUPS.map((group) => (
                <Command.Group key={group} heading={group}>
                  {ACTIONS.filter((action) => action.group === group && action.id !== 'app.palette').map((action) => (
                    <Command.Item
                      key={action.id}
                      className={style.item}
                      value={action.title}
                      disabled={!board.isOffered(action.id)}
                      onSelect={() => run(action)}
                    >
                      {action.title}
                      <ActionKeys action={action.id} />
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
