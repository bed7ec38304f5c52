import { useState } from 'react';
import { useSystem } from '../../rpc/queries.ts';
import { useDialogs } from '../../state/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { createNamed } from './use-open-project.ts';

interface NewProjectDialogProps {
  readonly onCreate: (open: ReturnType<typeof createNamed>) => Promise<unknown>;
}

export function NewProjectDialog({ onCreate }: NewProjectDialogProps) {
  const { open, close } = useDialogs();
  const { data: system } = useSystem();
  const [name, setName] = useState('');
  const create = async () => {
    await onCreate(createNamed(name.trim()));
    setName('');
    close();
  };
  const footer = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button look="primary" type="submit" form="new-project" disabled={name.trim() === ''} data-testid="create-project">
        Create and import bars
      </Button>
    </>
  );
  return (
    <Dialog title="New project" open={open === 'new-project'} onClose={close} footer={footer}>
      <form
        id="new-project"
        onSubmit={(event) => {
          event.preventDefault();
          // A refusal is told by the mutation; the dialog stays open for another name.
          if (name.trim() !== '') create().catch(() => {});
        }}
      >
        <Field label="Name" hint={system === undefined ? undefined : `The file is kept in ${system.projectsFolder}.`}>
          {(id) => (
            <TextInput id={id} data-first value={name} onChange={(event) => setName(event.target.value)} placeholder="EURUSD one minute" data-testid="project-name-input" />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
