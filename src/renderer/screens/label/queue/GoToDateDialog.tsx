import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WindowId } from '../../../../shared/domain/ids.ts';
import { useCore } from '../../../rpc/core-context.tsx';
import { useDialogs } from '../../../state/dialogs.ts';
import { useViewOptions } from '../../../state/view-options.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { readTime } from '../../../ui/format/read-time.ts';
import { formatBarTime } from '../../../ui/format/time.ts';
import { TextInput } from '../../../ui/TextInput.tsx';
import { showNote } from '../../../ui/toast-manager.ts';
import type { Scene } from '../scene/use-scene.ts';
import { useSession } from '../session.ts';

/** Opens the window that holds a time, or the nearest after it; on the free chart the time itself. */
export function GoToDateDialog({ scene, onOpen }: { readonly scene: Scene; readonly onOpen: (windowId: WindowId) => void }) {
  const { open, close } = useDialogs();
  return (
    <Dialog title="Go to a date" open={open === 'go-to-date'} onClose={close} footer={<Footer onClose={close} />} data-testid="go-to-date-dialog">
      <DateForm scene={scene} onOpen={onOpen} />
    </Dialog>
  );
}

function Footer({ onClose }: { readonly onClose: () => void }) {
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" type="submit" form="go-to-date" data-testid="go-to-date">
        Go there
      </Button>
    </>
  );
}

function DateForm({ scene: { series, window }, onOpen }: { readonly scene: Scene; readonly onOpen: (windowId: WindowId) => void }) {
  const core = useCore();
  const close = useDialogs((dialogs) => dialogs.close);
  const zone = useViewOptions((view) => view.timeZone) ?? series.timeZone;
  const shown = (time: number) => formatBarTime(time, zone, series.timeframeMs);
  const [text, setText] = useState(() => shown(window?.startTime ?? useSession.getState().cursor ?? series.firstTime ?? 0));
  const [isTried, setTried] = useState(false);
  const time = readTime(text, zone);
  const going = useMutation({
    mutationFn: async () => (window === null ? null : core.call('findWindowAt', { seriesId: series.id, time: time! })),
    onSuccess: (found) => {
      close();
      if (window === null) return void useSession.getState().chart?.showTime(time!);
      if (found === null) showNote('No windows', 'This series has no window to go to.');
      else onOpen(found.windowId);
    },
  });
  return (
    <form
      id="go-to-date"
      onSubmit={(event) => {
        event.preventDefault();
        if (time === null) setTried(true);
        else going.mutate();
      }}
    >
      <Field
        label="Date and time"
        hint={`${zone}; ${series.firstTime === null || series.lastTime === null ? 'the series is empty' : `bars from ${shown(series.firstTime)} to ${shown(series.lastTime)}`}.`}
        problem={isTried && time === null ? 'Write it as 2024-01-02 or 2024-01-02 10:30.' : null}
      >
        {(id) => <TextInput id={id} data-first value={text} onChange={(event) => setText(event.target.value)} onFocus={(event) => event.target.select()} data-testid="date" />}
      </Field>
    </form>
  );
}
