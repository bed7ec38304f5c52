import type { SplitConfig } from '../../../shared/domain/train-config.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { FoldFields } from './FoldFields.tsx';
import { SeriesFields } from './SeriesFields.tsx';
import { ShareFields } from './ShareFields.tsx';
import { splitOfKind } from './split-draft.ts';

interface SplitFieldsProps {
  readonly split: SplitConfig;
  readonly onChange: (split: SplitConfig) => void;
  readonly onWrong: (isWrong: boolean) => void;
}

const KINDS = [
  { value: 'temporal', label: 'By time', hint: 'The latest windows are held back; overlapping ones never stand on both sides.' },
  { value: 'dataset', label: 'As in the dataset', hint: 'The split that came with an imported dataset.' },
  { value: 'series', label: 'By series', hint: 'Whole series are held back: how well does it do on an instrument that it never saw?' },
  { value: 'folds', label: 'One fold in time', hint: 'One block of time validates, what lies before and after it trains, a window’s length apart.' },
  { value: 'random', label: 'Random (leaky)', hint: 'Neighbours stand on both sides, so figures flatter. Only to compare with the published study.' },
] as const;

/** Which reviewed windows are learned from, and which judge. */
export function SplitFields({ split, onChange, onWrong }: SplitFieldsProps) {
  const current = KINDS.find((kind) => kind.value === split.kind);
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
      {(split.kind === 'temporal' || split.kind === 'random') && <ShareFields shares={split} onChange={(shares) => onChange({ ...split, ...shares })} onWrong={onWrong} />}
      {split.kind === 'series' && <SeriesFields split={split} onChange={onChange} onWrong={onWrong} />}
      {split.kind === 'folds' && <FoldFields split={split} onChange={onChange} onWrong={onWrong} />}
    </>
  );
}
