import { Switch as Base } from '@base-ui/react/switch';
import style from './Fields.module.css';

interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly 'data-testid'?: string;
}

export function Switch({ label, checked, onChange, ...rest }: SwitchProps) {
  return (
    <label className={style.switchRow}>
      <Base.Root className={style.switch} checked={checked} onCheckedChange={onChange} {...rest}>
        <Base.Thumb className={style.thumb} />
      </Base.Root>
      {label}
    </label>
  );
}
