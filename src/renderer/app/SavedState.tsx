import { CloudUpload, HardDriveDownload } from 'lucide-react';
import { usePendingEdits } from '../labels/labels-context.tsx';
import { useConnectionState } from '../rpc/use-connection-state.ts';
import { formatQuantity } from '../ui/format/number.ts';
import style from './TopBar.module.css';

/** Whether everything is stored; there is no Save button. */
export function SavedState() {
  const pending = usePendingEdits().length;
  const { kind } = useConnectionState();
  if (pending === 0) {
    return (
      <span className={style.saved} data-testid="saved-state" data-state="saved">
        <HardDriveDownload size={14} aria-hidden /> All saved
      </span>
    );
  }
  const edits = formatQuantity(pending, 'edit');
  return (
    <output className={style.saved} data-testid="saved-state" data-state="saving">
      <CloudUpload size={14} aria-hidden /> {kind === 'open' ? `Saving ${edits}…` : `${edits} waiting to be saved`}
    </output>
  );
}
