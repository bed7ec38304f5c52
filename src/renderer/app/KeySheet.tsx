import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { ACTION_GROUPS, type ActionDefinition, type ActionGroup } from '../actions/action-definitions.ts';
import { useBoundActions } from '../actions/actions-context.tsx';
import { matchAction } from '../actions/match-action.ts';
import { useDialogs } from '../state/dialogs.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import { KeyEditor } from './KeyEditor.tsx';
import style from './KeySheet.module.css';
import { useKeyEditing, type KeyEditing } from './use-key-editing.ts';

/** Every action with its keys, which can be changed here. */
export function KeySheet() {
  const { open, close } = useDialogs();
  const editing = useKeyEditing();
  const closeSheet = () => {
    editing.cancel();
    close();
  };
  return (
    <Dialog title="All keys" open={open === 'keys'} onClose={closeSheet} wide footer={<KeyEditor editing={editing} />} data-testid="key-sheet">
      <Sheet editing={editing} />
    </Dialog>
  );
}

function Sheet({ editing }: { readonly editing: KeyEditing }) {
  const search = useRef<HTMLInputElement>(null);
  const isIdle = editing.step.kind === 'idle';
  // Back to where the person was once a change is made or given up.
  useEffect(() => {
    if (isIdle) search.current?.focus();
  }, [isIdle]);
  return (
    <Command label="All keys" loop filter={matchAction}>
      <div className={style.head}>
        <Command.Input ref={search} className={style.search} placeholder="Search for an action" data-first data-testid="key-search" />
        <p className={style.mouse}>
          Mouse: drag across bars to mark a span, drag an edge to move it, click a span to select it; the wheel zooms. Keys rest while you type in a
          field.
        </p>
      </div>
      <Command.List>
        <Command.Empty className={style.empty}>No action is called so.</Command.Empty>
        <div className={style.columns}>
          {ACTION_GROUPS.map((group) => (
            <Group key={group} group={group} editing={editing} />
          ))}
        </div>
      </Command.List>
    </Command>
  );
}

function Group({ group, editing }: { readonly group: ActionGroup; readonly editing: KeyEditing }) {
  const actions = useBoundActions().filter((action) => action.group === group);
  return (
    <Command.Group heading={group} className={style.group}>
      {actions.map((action) => (
        <Row key={action.id} action={action} editing={editing} />
      ))}
    </Command.Group>
  );
}

function Row({ action, editing }: { readonly action: ActionDefinition; readonly editing: KeyEditing }) {
  const { step, changed } = editing;
  const isChosen = 'id' in step && step.id === action.id;
  return (
    <Command.Item value={action.title} className={style.row} onSelect={() => editing.record(action.id)} data-chosen={isChosen} data-testid={`keys-of-${action.id}`}>
      <span>
        {action.title}
        {changed.has(action.id) && <span className={style.changed}>changed</span>}
      </span>
      <span className={style.keys}>
        {action.keys.length === 0 && <span className={style.none}>no key</span>}
        {action.keys.map((key) => (
          <Keys key={key} binding={key} />
        ))}
      </span>
    </Command.Item>
  );
}
