import type { ComparedFigure } from '../../../../shared/domain/comparison.ts';
import { formatFigure, formatInterval } from '../../../ui/format/number.ts';
import table from '../../../ui/FigureTable.module.css';

/** A contender's figure, with its spread over the seeds and its 95 % interval. */
export function ValueCell({ figure: { values, intervals, deviations }, place }: { readonly figure: ComparedFigure; readonly place: number }) {
  const [value, interval, deviation] = [values[place], intervals[place], deviations[place]];
  return (
    <td>
      <span className={table.value}>{value === null ? '–' : formatFigure(value)}</span>
      {deviation !== null && <span title="Standard deviation over the seeds"> ± {formatFigure(deviation)}</span>}
      <span className={table.interval}>{interval === null ? '' : formatInterval(interval)}</span>
    </td>
  );
}
