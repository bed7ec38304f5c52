import { useState } from 'react';
import { useDialogs } from '../../../state/dialogs.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import style from './SkipDialog.module.css';

const USUAL_REASONS = ['Unclear', 'Bad bars', 'Too quiet', 'News'];

export function SkipDialog({ onSkip }: { readonly onSkip: (reason: string) => void }) {
  const { open, close } = useDialogs();
  const [reason, setReason] = useState('');
  const skip = (chosen: string) => {
    close();
    setReason('');
    onSkip(chosen.trim());
  };
  const footer = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button look="primary" type="submit" form="skip-window" data-testid="skip-confirm">
        Skip the window
      </Button>
    </>
  );
  return (
    <Dialog title="Skip this window" open={open === 'skip-window'} onClose={close} footer={footer} data-testid="skip-dialog">
      <form
        id="skip-window"
        onSubmit={(event) => {
          event.preventDefault();
          skip(reason);
        }}
      >
        <Field label="Reason" hint="A skipped window is used for nothing; you can put it back at any time.">
          {(id) => <TextInput id={id} data-first value={reason} onChange={(event) => setReason(event.target.value)} placeholder="Unclear" />}
        </Field>
        <div className={style.usual}>
          {USUAL_REASONS.map((usual) => (
            <Button key={usual} onClick={() => skip(usual)}>
              {usual}
            </Button>
          ))}
        </div>
      </form>
    </Dialog>
  );
}
