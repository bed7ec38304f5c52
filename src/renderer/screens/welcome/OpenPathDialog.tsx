import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { openPath } from './use-open-project.ts';

interface OpenPathDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onOpen: (open: ReturnType<typeof openPath>) => Promise<unknown>;
}

/** In a browser, which may run on another machine than the core, a project is named by its path on the core's machine. */
export function OpenPathDialog({ open, onClose, onOpen }: OpenPathDialogProps) {
  const [path, setPath] = useState('');
  const footer = (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" type="submit" form="open-path" disabled={path.trim() === ''}>
        Open
      </Button>
    </>
  );
  return (
    <Dialog title="Open a project" open={open} onClose={onClose} footer={footer}>
      <form
        id="open-path"
        onSubmit={(event) => {
          event.preventDefault();
          // A refusal is told by the mutation; the dialog stays open for another path.
          onOpen(openPath(path.trim())).then(onClose, () => {});
        }}
      >
        <Field label="Path of the project file" hint="On the machine where Expanse runs, ending in .expanse.">
          {(id) => <TextInput id={id} data-first value={path} onChange={(event) => setPath(event.target.value)} placeholder="…/eurusd.expanse" />}
        </Field>
      </form>
    </Dialog>
  );
}
