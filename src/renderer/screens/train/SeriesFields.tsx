import type { SplitConfig } from '../../../shared/domain/train-config.ts';
import { useSeriesList } from '../../rpc/queries.ts';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { ShareFields } from './ShareFields.tsx';
import { roleOf, splitOfKind, withRole } from './split-draft.ts';
import style from './TrainScreen.module.css';

const ROLES = [
  { value: 'train', label: 'trains' },
  { value: 'validation', label: 'validates' },
  { value: 'test', label: 'tests' },
] as const;

interface SeriesFieldsProps {
  readonly split: Extract<SplitConfig, { kind: 'series' }>;
  readonly onChange: (split: SplitConfig) => void;
  readonly onWrong: (isWrong: boolean) => void;
}

/** Which series are held back: a share of the windows, or those that the person names. */
export function SeriesFields({ split, onChange, onWrong }: SeriesFieldsProps) {
  const { data: series = [] } = useSeriesList();
  const { validation, test } = split;
  const areShares = typeof validation === 'number' && typeof test === 'number' && validation + test > 0;
  const last = series.at(-1);
  const name = (isNaming: boolean) => onChange(isNaming && last !== undefined ? { ...split, validation: [last.id], test: 0 } : splitOfKind('series', { kind: 'dataset' }));
  return (
    <>
      <Switch label="Choose the series" checked={!areShares} onChange={name} disabled={series.length < 2} data-testid="name-series" />
      {areShares ? (
        <ShareFields shares={{ validation, test }} onChange={(shares) => onChange({ ...split, ...shares })} onWrong={onWrong} />
      ) : (
        <ul className={style.series}>
          {series.map(({ id, symbol }) => (
            <li key={id}>
              <span className={style.symbol}>{symbol}</span>
              <Select label={`What ${symbol} does`} value={roleOf(split, id)} options={ROLES} onChange={(role) => onChange(withRole(split, id, role))} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
