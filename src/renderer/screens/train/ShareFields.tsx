import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import style from './TrainScreen.module.css';

interface Shares {
  readonly validation: number;
  readonly test: number;
}

const percent = (share: number) => Math.round(share * 100);

/** How much validates and tests. */
export function ShareFields({ shares, onChange }: { readonly shares: Shares; readonly onChange: (shares: Shares) => void }) {
  const { validation, test } = shares;
  return (
    <div className={style.pair}>
      <Field label="Validation, %">
        {(id) => <NumberInput id={id} value={percent(validation)} min={5} max={60} whole onChange={(value) => onChange({ validation: value / 100, test })} />}
      </Field>
      <Field label="Test, %">
        {(id) => <NumberInput id={id} value={percent(test)} min={0} max={60} whole onChange={(value) => onChange({ validation, test: value / 100 })} />}
      </Field>
    </div>
  );
}
