import { NumberField } from '../../ui/NumberField.tsx';
import style from './TrainScreen.module.css';

interface Shares {
  readonly validation: number;
  readonly test: number;
}

interface ShareFieldsProps {
  readonly shares: Shares;
  readonly onChange: (shares: Shares) => void;
  readonly onWrong: (isWrong: boolean) => void;
}

const percent = (share: number) => Math.round(share * 100);

/** How much validates and tests. */
export function ShareFields({ shares: { validation, test }, onChange, onWrong }: ShareFieldsProps) {
  return (
    <div className={style.pair}>
      <NumberField
        label="Validation, %"
        value={percent(validation)}
        min={5}
        max={60}
        whole
        onChange={(value) => onChange({ validation: value / 100, test })}
        onWrong={onWrong}
        data-testid="validation"
      />
      <NumberField label="Test, %" value={percent(test)} min={0} max={60} whole onChange={(value) => onChange({ validation, test: value / 100 })} onWrong={onWrong} data-testid="test" />
    </div>
  );
}
