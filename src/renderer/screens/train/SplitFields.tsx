import type { SplitConfig } from '../../../shared/domain/train-config.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { splitOfKind } from './config-draft.ts';
import style from './TrainScreen.module.css';

interface SplitFieldsProps {
  readonly split: SplitConfig;
  readonly onChange: (split: SplitConfig) => void;
}

const KINDS = [
  { value: 'temporal', label: 'By time', hint: 'The latest windows are held back; overlapping ones never stand on both sides.' },
  { value: 'dataset', label: 'As in the dataset', hint: 'The split that came with an imported dataset.' },
  { value: 'random', label: 'Random (leaky)', hint: 'Neighbours stand on both sides, so figures flatter. Only to compare with the published study.' },
] as const;

/** Which reviewed windows are learned from, and which judge. */
export function SplitFields({ split, onChange }: SplitFieldsProps) {
  const current = KINDS.find((kind) => kind.value === split.kind);
  const percent = (share: number) => Math.round(share * 100);
  return (
    <>
      <Field label="Split" hint={current?.hint}>
        {(id) => (
          <Select
            id={id}
            label="Split"
            value={split.kind}
            options={KINDS.map(({ value, label }) => ({ value, label }))}
            onChange={(kind) => onChange(splitOfKind(kind, split))}
            data-testid="split"
          />
        )}
      </Field>
      {split.kind !== 'dataset' && (
        <div className={style.pair}>
          <Field label="Validation, %">
            {(id) => (
              <NumberInput id={id} value={percent(split.validation)} min={5} max={60} whole onChange={(value) => onChange({ ...split, validation: value / 100 })} />
            )}
          </Field>
          <Field label="Test, %">
            {(id) => <NumberInput id={id} value={percent(split.test)} min={0} max={60} whole onChange={(value) => onChange({ ...split, test: value / 100 })} />}
          </Field>
        </div>
      )}
    </>
  );
}
