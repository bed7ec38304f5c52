import { useMutation } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { RunSummary } from '../../../shared/domain/run.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useCore } from '../../rpc/core-context.tsx';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { RunNameField } from './RunNameField.tsx';
import style from './RunName.module.css';

/** The name of a run, and a way to give it another. */
export function RunName({ run }: { readonly run: RunSummary }) {
  const core = useCore();
  const [isEditing, setEditing] = useState(false);
  const renaming = useMutation({ mutationFn: (name: string) => core.call('renameRun', { runId: run.id, name }) });
  const edit = () => setEditing(true);
  useActions({ 'train.rename': edit });
  const leave = (name: string | null) => {
    setEditing(false);
    if (name !== null && name !== run.name) renaming.mutate(name);
    // Once the button is there again.
    setTimeout(() => document.querySelector<HTMLElement>('[data-testid="train.rename"]')?.focus());
  };
  if (isEditing) return <RunNameField name={run.name} onLeave={leave} />;
  return (
    <div className={style.line}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button beside it does the same */}
      <h2 className={style.name} title={run.name} onDoubleClick={edit} data-testid="run-name">
        {renaming.isPending ? renaming.variables : run.name}
      </h2>
      <ActionButton action="train.rename" look="quiet" size="icon">
        <Pencil size={14} aria-hidden />
      </ActionButton>
    </div>
  );
}
