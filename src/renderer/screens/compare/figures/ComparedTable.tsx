import { Fragment } from 'react';
import type { ComparedFigure, Contender } from '../../../../shared/domain/comparison.ts';
import { nameFigure } from '../../../../shared/engine/comparison/words/figure-names.ts';
import { letterOf } from '../../../state/compared.ts';
import table from '../../../ui/FigureTable.module.css';
import style from '../Compare.module.css';
import { ContenderName } from '../ContenderName.tsx';
import { DifferenceCell } from './DifferenceCell.tsx';
import type { FigureSection } from './figure-sections.ts';
import { ValueCell } from './ValueCell.tsx';

interface ComparedTableProps {
  readonly contenders: readonly Contender[];
  readonly sections: readonly FigureSection[];
  readonly 'data-testid'?: string;
}

export function ComparedTable({ contenders, sections, ...rest }: ComparedTableProps) {
  return (
    <div className={style.wide}>
      <table className={table.table} {...rest}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {contenders.map(({ name }, place) => (
              <Fragment key={name}>
                <th scope="col">
                  <ContenderName place={place} name={name} />
                </th>
                {place > 0 && <th scope="col">{letterOf(place)} against A</th>}
              </Fragment>
            ))}
          </tr>
        </thead>
        {sections.map(({ title, figures }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={2 * contenders.length} className={style.groupTitle}>
                {title}
              </th>
            </tr>
            {figures.map((figure) => (
              <FigureRow key={figure.figure} figure={figure} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function FigureRow({ figure }: { readonly figure: ComparedFigure }) {
  const name = nameFigure(figure.figure);
  return (
    <tr data-figure={figure.figure}>
      <th scope="row">{name === figure.figure ? name : name[0].toUpperCase() + name.slice(1)}</th>
      {figure.values.map((_, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a contender has its place and nothing else here
        <Fragment key={place}>
          <ValueCell figure={figure} place={place} />
          {place > 0 && <DifferenceCell difference={figure.differences[place]} higherIsBetter={figure.higherIsBetter} />}
        </Fragment>
      ))}
    </tr>
  );
}
