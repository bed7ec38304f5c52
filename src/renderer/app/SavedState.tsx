import { CloudUpload, HardDriveDownload, TriangleAlert } from 'lucide-react';
import { useOutbox, usePendingEdits, useStoreProblem } from '../labels/labels-context.tsx';
import { useConnectionState } from '../rpc/use-connection-state.ts';
import { Button } from '../ui/Button.tsx';
import { formatQuantity } from '../ui/format/number.ts';
import style from './TopBar.module.css';

/** Whether everything is stored; there is no Save button. */
export function SavedState() {
  const pending = usePendingEdits().length;
  const problem = useStoreProblem();
  const outbox = useOutbox();
  const { kind } = useConnectionState();
  if (pending === 0) {
    return (
      <span className={style.saved} data-testid="saved-state" data-state="saved">
        <HardDriveDownload size={14} aria-hidden /> All saved
      </span>
    );
  }
  const edits = formatQuantity(pending, 'edit');
  if (problem !== null) {
    return (
      <output className={style.saved} data-testid="saved-state" data-state="unwritten" title={`${problem.message} ${problem.nextStep}`}>
        <TriangleAlert size={14} aria-hidden /> {edits} not stored
        <Button onClick={outbox.retry} data-testid="store-again">
          Try again
        </Button>
      </output>
    );
  }
  return (
    <output className={style.saved} data-testid="saved-state" data-state="saving">
      <CloudUpload size={14} aria-hidden /> {kind === 'open' ? `Saving ${edits}…` : `${edits} waiting to be saved`}
    </output>
  );
}
