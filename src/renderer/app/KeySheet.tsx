import { ACTION_GROUPS, ACTIONS, type ActionGroup } from '../actions/action-definitions.ts';
import { useDialogs } from '../state/dialogs.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Keys } from '../ui/Keys.tsx';
import style from './KeySheet.module.css';

export function KeySheet() {
  const { open, close } = useDialogs();
  return (
    <Dialog title="All keys" open={open === 'keys'} onClose={close} wide data-testid="key-sheet">
      <p className={style.mouse}>
        Mouse: drag across bars to mark a span, drag an edge to move it, click a span to select it; the wheel zooms. Keys rest while you type in a
        field.
      </p>
      <div className={style.columns}>
        {ACTION_GROUPS.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group }: { readonly group: ActionGroup }) {
  return (
    <section className={style.group}>
      <h3 className={style.title}>{group}</h3>
      {ACTIONS.filter((action) => action.group === group && action.keys.length > 0).map((action) => (
        <div key={action.id} className={style.row}>
          {action.title}
          <span className={style.keys}>
            {action.keys.map((key) => (
              <Keys key={key} binding={key} />
            ))}
          </span>
        </div>
      ))}
    </section>
  );
}
