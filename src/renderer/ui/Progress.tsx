import { Progress as Base } from '@base-ui/react/progress';
import style from './Progress.module.css';

interface ProgressProps {
  /** What is being done. */
  readonly text: string;
  readonly done: number;
  /** null: not known. */
  readonly total: number | null;
  /** At the right: time left, counts. */
  readonly detail?: string;
  readonly 'data-testid'?: string;
}

export function Progress({ text, done, total, detail, ...rest }: ProgressProps) {
  const value = total === null || total === 0 ? null : Math.min(100, (100 * done) / total);
  return (
    <Base.Root value={value} {...rest}>
      <div className={style.row}>
        <Base.Label>{text}</Base.Label>
        <span>{detail}</span>
      </div>
      <Base.Track className={style.track}>
        <Base.Indicator className={style.indicator} />
      </Base.Track>
    </Base.Root>
  );
}
