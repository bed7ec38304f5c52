import { useState } from 'react';
import type { SplitConfig } from '../../../shared/domain/train-config.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import style from './TrainScreen.module.css';

interface FoldFieldsProps {
  readonly split: Extract<SplitConfig, { kind: 'folds' }>;
  readonly onChange: (split: SplitConfig) => void;
  readonly onWrong: (isWrong: boolean) => void;
}

/** Which of how many folds validates, and of what. */
export function FoldFields({ split, onChange, onWrong }: FoldFieldsProps) {
  const { count, fold, within } = split;
  // A larger number of folds is typed over a smaller one, to which the fold must not stay lowered.
  const [wanted, setWanted] = useState(fold);
  const choose = (value: number) => {
    setWanted(value);
    onChange({ ...split, fold: value });
  };
  const change = (isWithin: boolean) => onChange(isWithin ? { ...split, within: { kind: 'dataset' } } : { kind: 'folds', count, fold });
  return (
    <>
      <div className={style.pair}>
        <NumberField label="Folds" value={count} min={2} max={100} whole onChange={(value) => onChange({ ...split, count: value, fold: Math.min(wanted, value) })} onWrong={onWrong} />
        <NumberField label="Fold that validates" value={fold} min={1} max={count} whole onChange={choose} onWrong={onWrong} />
      </div>
      <Switch label="Within the dataset’s training part" checked={within !== undefined} onChange={change} data-testid="folds-within" />
    </>
  );
}
