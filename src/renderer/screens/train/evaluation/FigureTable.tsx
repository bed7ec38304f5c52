import type { Evaluation } from '../../../../shared/domain/evaluation.ts';
import { formatFigure, formatInterval } from '../../../ui/format/number.ts';
import style from '../../../ui/FigureTable.module.css';
import layout from './Evaluation.module.css';
import { figureGroups, type FigureGroup } from './figure-rows.ts';

/** Every figure with its interval and what it was counted over. */
export function FigureTable({ evaluation }: { readonly evaluation: Evaluation }) {
  return (
    <div className={layout.groups}>
      {figureGroups(evaluation).map((group) => (
        <Group key={group.title} {...group} />
      ))}
    </div>
  );
}

function Group({ title, note, rows }: FigureGroup) {
  return (
    <table className={style.table} data-testid="figure-group">
      <caption>
        {title} <span className={style.note}>{note}</span>
      </caption>
      <thead>
        <tr>
          <th>Of what</th>
          <th>Figure</th>
          <th>95 % interval</th>
          <th>Over</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value, interval, over }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={style.value}>{value === null ? '–' : formatFigure(value)}</td>
            <td>{interval === null ? '–' : formatInterval(interval)}</td>
            <td className={style.over}>{over}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
