import { useMutation } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useActions } from '../../actions/actions-context.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { NameField } from './NameField.tsx';
import style from './EditableName.module.css';

interface EditableNameProps {
  readonly name: string;
  /** Of the field, for those who do not see it. */
  readonly label: string;
  readonly rename: (name: string) => Promise<unknown>;
}

/** A name, and a way to give another. */
export function EditableName({ name, label, rename }: EditableNameProps) {
  const [isEditing, setEditing] = useState(false);
  const renaming = useMutation({ mutationFn: rename });
  const edit = () => setEditing(true);
  useActions({ 'train.rename': edit });
  const leave = (next: string | null) => {
    setEditing(false);
    if (next !== null && next !== name) renaming.mutate(next);
    // Once the button is there again.
    setTimeout(() => document.querySelector<HTMLElement>('[data-testid="train.rename"]')?.focus());
  };
  if (isEditing) return <NameField name={name} label={label} onLeave={leave} />;
  return (
    <div className={style.line}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button beside it does the same */}
      <h2 className={style.name} title={name} onDoubleClick={edit} data-testid="run-name">
        {renaming.isPending ? renaming.variables : name}
      </h2>
      <ActionButton action="train.rename" look="quiet" size="icon">
        <Pencil size={14} aria-hidden />
      </ActionButton>
    </div>
  );
}
