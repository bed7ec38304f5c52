import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SeriesId, WindowId } from '../../../../shared/domain/ids.ts';
import { formatTimeframe } from '../../../../shared/domain/timeframe.ts';
import { DEFAULT_WINDOW_LENGTH } from '../../../../shared/domain/window.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { useSeriesList } from '../../../rpc/queries.ts';
import { useDialogs } from '../../../state/dialogs.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { formatQuantity } from '../../../ui/format/number.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { showNote } from '../../../ui/toast-manager.ts';
import { useWrongFields } from '../../../ui/use-wrong-fields.ts';
import style from './MakeWindowsDialog.module.css';
import { countWindows } from './count-windows.ts';

export function MakeWindowsDialog({ onMade }: { readonly onMade: (first: WindowId) => void }) {
  const core = useCore();
  const { open, close } = useDialogs();
  const { data: series = [] } = useSeriesList();
  const inView = useWorkspace((workspace) => workspace.seriesId);
  const [chosen, setChosen] = useState<SeriesId | null>(null);
  const [length, setLength] = useState(DEFAULT_WINDOW_LENGTH);
  const [stride, setStride] = useState(DEFAULT_WINDOW_LENGTH);
  const { isAnyWrong, onWrong } = useWrongFields();
  const current = series.find((each) => each.id === (chosen ?? inView)) ?? series[0];
  const making = useMutation({
    mutationFn: () => core.call('makeWindows', { seriesId: current.id, length, stride }),
    onSuccess: ({ made, existing, firstWindowId }) => {
      showNote(`${formatQuantity(made, 'window')} made`, existing > 0 ? `${formatQuantity(existing, 'window')} existed already.` : '');
      close();
      if (made > 0 && firstWindowId !== null) onMade(firstWindowId);
    },
  });
  if (current === undefined) return null;
  const count = countWindows(current.barCount, length, stride);
  const footer = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button look="primary" data-first disabled={isAnyWrong || count === 0 || making.isPending} onClick={() => making.mutate()} data-testid="make-windows">
        Make {formatQuantity(count, 'window')}
      </Button>
    </>
  );
  return (
    <Dialog title="Make windows" open={open === 'make-windows'} onClose={close} footer={footer} data-testid="make-windows-dialog">
      <div className={style.fields}>
        <Field label="Series">
          {(id) => (
            <Select
              id={id}
              label="Series"
              value={current.id}
              options={series.map((each) => ({ value: each.id, label: `${each.symbol} ${formatTimeframe(each.timeframeMs)}` }))}
              onChange={setChosen}
            />
          )}
        </Field>
        <div className={style.pair}>
          <NumberField
            label="Bars in a window"
            hint={`Training expects ${DEFAULT_WINDOW_LENGTH}.`}
            value={length}
            onChange={setLength}
            onWrong={onWrong}
            min={10}
            max={2000}
            whole
            data-testid="window-length"
          />
          <NumberField
            label="A window every … bars"
            hint="As many as its bars: side by side."
            value={stride}
            onChange={setStride}
            onWrong={onWrong}
            min={1}
            max={1_000_000}
            whole
            data-testid="window-stride"
          />
        </div>
        {stride < length && (
          <Notice tone="note">Neighbouring windows overlap by {formatQuantity(length - stride, 'bar')}; training never lets them stand on both sides of its split.</Notice>
        )}
        {count === 0 && <Notice tone="warning">The series has only {formatQuantity(current.barCount, 'bar')}, fewer than one window.</Notice>}
      </div>
    </Dialog>
  );
}
