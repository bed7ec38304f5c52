import { classNames } from '../../ui/class-names.ts';
import type { Evaluation } from '../../../shared/domain/evaluation.ts';
import { formatInterval } from '../../ui/format/number.ts';
import { evaluationFigures, type JudgedFigure } from './evaluation-figures.ts';
import style from './FigureTiles.module.css';

/** The figures at a glance. Their number divides by the columns at every width, so that no row is left half empty. */
export function FigureTiles({ evaluation }: { readonly evaluation: Evaluation }) {
  return (
    <dl className={style.tiles}>
      {evaluationFigures(evaluation).map((judged) => (
        <Tile key={judged.name} {...judged} />
      ))}
    </dl>
  );
}

function Tile({ name, figure, interval, note, isTuned }: JudgedFigure) {
  return (
    <div className={classNames(style.tile, isTuned && style.tuned)} data-testid="figure">
      <dd className={style.figure}>{figure}</dd>
      {interval !== null && (
        <dd className={style.interval} title="95 % interval">
          {formatInterval(interval)}
        </dd>
      )}
      <dt className={style.name}>{name}</dt>
      {note !== null && <dd className={style.note}>{note}</dd>}
    </div>
  );
}
