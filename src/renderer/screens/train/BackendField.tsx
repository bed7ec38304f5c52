import { Gauge } from 'lucide-react';
import { useState } from 'react';
import type { BackendSettings, TrainConfig } from '../../../shared/domain/train-config.ts';
import { useActions } from '../../actions/actions-context.tsx';
import { useBackends } from '../../rpc/queries.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { backendHint, backendOptions, backendProblem, WIDE_VECTORS_HINT } from './backend-words.ts';
import { BackendsDialog } from './BackendsDialog.tsx';
import style from './BackendField.module.css';

interface BackendFieldProps {
  readonly config: Pick<TrainConfig, 'backend'> & BackendSettings;
  readonly isTraining: boolean;
  readonly onChange: (part: { readonly backend: TrainConfig['backend'] } | { readonly wideVectors: boolean }) => void;
}

/** What a training computes on, and the table of what there is. */
export function BackendField({ config: { backend, threads, wideVectors = false }, isTraining, onChange }: BackendFieldProps) {
  const { data: report } = useBackends({ threads, wideVectors });
  const [isOpen, setOpen] = useState(false);
  useActions({ 'train.backends': () => setOpen(true) });
  return (
    <>
      <Field label="Back end" hint={backendHint(report, backend)} problem={backendProblem(report, backend)}>
        {(id) => (
          <div className={style.line}>
            <Select id={id} label="Back end" value={backend} options={backendOptions(report)} onChange={(chosen) => onChange({ backend: chosen })} className={style.select} data-testid="backend" />
            <ActionButton action="train.backends" size="icon">
              <Gauge size={15} aria-hidden />
            </ActionButton>
          </div>
        )}
      </Field>
      {(backend === 'auto' || backend === 'wasm') && (
        <div>
          <Switch label="Wide vectors (experiment)" checked={wideVectors} onChange={(on) => onChange({ wideVectors: on })} data-testid="wide-vectors" />
          {wideVectors && <p className={style.note}>{WIDE_VECTORS_HINT}</p>}
        </div>
      )}
      <BackendsDialog settings={{ threads, wideVectors }} report={report} isTraining={isTraining} open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
