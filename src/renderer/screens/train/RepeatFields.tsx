import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { usualFoldsWithin } from '../../../shared/experiments/plan-members.ts';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Repeats } from './repeats.ts';
import style from './TrainScreen.module.css';

interface RepeatFieldsProps {
  readonly repeats: Repeats;
  readonly config: TrainConfig;
  readonly onChange: (repeats: Repeats) => void;
  readonly onWrong: (isWrong: boolean) => void;
}

const KINDS = [
  { value: 'once', label: 'Once' },
  { value: 'seeds', label: 'Several seeds' },
  { value: 'folds', label: 'Each fold once' },
] as const;

/** Once, or as an experiment of several trainings. */
export function RepeatFields({ repeats, config, onChange, onWrong }: RepeatFieldsProps) {
  const { kind, count } = repeats;
  return (
    <div className={style.repeats}>
      <Field label="Train" hint={hintOf(kind, config)}>
        {(id) => <Select id={id} label="Train" value={kind} options={KINDS} onChange={(next) => onChange({ kind: next, count })} data-testid="repeats" />}
      </Field>
      {kind !== 'once' && (
        <NumberField
          label={kind === 'seeds' ? 'Seeds' : 'Folds'}
          value={count}
          min={2}
          max={100}
          whole
          onChange={(next) => onChange({ kind, count: next })}
          onWrong={onWrong}
          data-testid="repeat-count"
        />
      )}
    </div>
  );
}

function hintOf(kind: Repeats['kind'], config: TrainConfig): string {
  if (kind === 'once') return 'One seed may be lucky: several show how far figures spread.';
  if (kind === 'seeds') return `From seed ${config.seed} on, one after the other, on the same windows.`;
  return usualFoldsWithin(config) === null
    ? 'In place of the split above: every window validates once, in time.'
    : 'Within the training part of the dataset; its validation windows stay untouched.';
}
