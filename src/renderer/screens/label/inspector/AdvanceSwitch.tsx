import { useViewOptions } from '../../../state/view-options.ts';
import { ActionKeys } from '../../../ui/ActionKeys.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import style from './Inspector.module.css';

/** Whether a digit goes on to the next span. */
export function AdvanceSwitch() {
  const { advance, set } = useViewOptions();
  return (
    <div className={style.advance}>
      <Switch label="A digit goes on to the next span" checked={advance} onChange={(checked) => set({ advance: checked })} data-testid="advance" />
      <ActionKeys action="span.advance" />
    </div>
  );
}
