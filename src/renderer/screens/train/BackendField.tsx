import { Gauge } from 'lucide-react';
import { useState } from 'react';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useBackends } from '../../rpc/queries.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { backendHint, backendOptions, backendProblem } from './backend-words.ts';
import { BackendsDialog } from './BackendsDialog.tsx';
import style from './BackendField.module.css';

interface BackendFieldProps {
  readonly config: Pick<TrainConfig, 'backend' | 'threads'>;
  readonly isTraining: boolean;
  readonly onChange: (backend: TrainConfig['backend']) => void;
}

/** What a training computes on, and the table of what there is. */
export function BackendField({ config: { backend, threads }, isTraining, onChange }: BackendFieldProps) {
  const { data: report } = useBackends(threads);
  const [isOpen, setOpen] = useState(false);
  useActions({ 'train.backends': () => setOpen(true) });
  return (
    <>
      <Field label="Back end" hint={backendHint(report, backend)} problem={backendProblem(report, backend)}>
        {(id) => (
          <div className={style.line}>
            <Select id={id} label="Back end" value={backend} options={backendOptions(report)} onChange={onChange} className={style.select} data-testid="backend" />
            <ActionButton action="train.backends" size="icon">
              <Gauge size={15} aria-hidden />
            </ActionButton>
          </div>
        )}
      </Field>
      <BackendsDialog threads={threads} report={report} isTraining={isTraining} open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
