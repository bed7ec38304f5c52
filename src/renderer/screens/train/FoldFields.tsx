import type { SplitConfig } from '../../../shared/domain/train-config.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import { Switch } from '../../ui/Switch.tsx';
import style from './TrainScreen.module.css';

interface FoldFieldsProps {
  readonly split: Extract<SplitConfig, { kind: 'folds' }>;
  readonly onChange: (split: SplitConfig) => void;
}

/** Which of how many folds validates, and of what. */
export function FoldFields({ split, onChange }: FoldFieldsProps) {
  const { count, fold, within } = split;
  const change = (isWithin: boolean) => onChange(isWithin ? { ...split, within: { kind: 'dataset' } } : { kind: 'folds', count, fold });
  return (
    <>
      <div className={style.pair}>
        <Field label="Folds">
          {(id) => <NumberInput id={id} value={count} min={2} max={100} whole onChange={(value) => onChange({ ...split, count: value, fold: Math.min(fold, value) })} />}
        </Field>
        <Field label="Fold that validates">
          {(id) => <NumberInput id={id} value={fold} min={1} max={count} whole onChange={(value) => onChange({ ...split, fold: value })} />}
        </Field>
      </div>
      <Switch label="Within the dataset’s training part" checked={within !== undefined} onChange={change} data-testid="folds-within" />
    </>
  );
}
