import type { Interval } from '../../shared/domain/evaluation.ts';
import { formatFigure, formatInterval } from './format/number.ts';
import style from './FigureTable.module.css';

/** A figure with its 95 % interval below. */
export function FigureCell({ value, interval }: { readonly value: number | null; readonly interval: Interval | undefined }) {
  return (
    <td>
      <span className={style.value}>{value === null ? '–' : formatFigure(value)}</span>
      <span className={style.interval}>{interval === undefined ? '' : formatInterval(interval)}</span>
    </td>
  );
}
