import { Slider as Base } from '@base-ui/react/slider';
import style from './Fields.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
  readonly 'data-testid'?: string;
}

export function Slider({ label, value, onChange, ...rest }: SliderProps) {
  return (
    <Base.Root value={value} onValueChange={(next) => onChange(next)} {...rest}>
      <Base.Control className={style.slider}>
        <Base.Track className={style.track}>
          <Base.Indicator className={style.range} />
          <Base.Thumb className={style.knob} aria-label={label} />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
