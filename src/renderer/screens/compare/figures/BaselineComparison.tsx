import { Fragment } from 'react';
import type { Comparison } from '../../../../shared/domain/comparison.ts';
import { BASELINE_NAMES } from '../../../training/baseline-names.ts';
import { letterOf } from '../../../state/compared.ts';
import { FigureCell } from '../../../ui/FigureCell.tsx';
import table from '../../../ui/FigureTable.module.css';
import style from '../Compare.module.css';
import { DifferenceCell } from './DifferenceCell.tsx';

/** What one gets without learning, and how far each contender is from it. */
export function BaselineComparison({ comparison: { contenders, baselines } }: { readonly comparison: Comparison }) {
  const letters = contenders.map((_, place) => letterOf(place));
  return (
    <div className={style.wide}>
      <table className={table.table} data-testid="compared-baselines">
        <caption className={style.baselines}>
          Without learning <span className={table.note}>Each contender against what learns nothing of bars, on the same windows; each at its chosen threshold.</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Predictor</th>
            <th scope="col">F1 of bars</th>
            {letters.map((letter) => (
              <th key={letter} scope="col">
                {letter} against it
              </th>
            ))}
            <th scope="col">F1 of spans at IoU 0.5</th>
            {letters.map((letter) => (
              <th key={letter} scope="col">
                {letter} against it
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {baselines.map(({ name, bar, span, ci, gains }) => (
            <tr key={name}>
              <th scope="row">{BASELINE_NAMES[name]}</th>
              {(['bar', 'span'] as const).map((of) => (
                <Fragment key={of}>
                  {of === 'bar' ? <FigureCell value={bar.f1} interval={ci['bar.f1']} /> : <FigureCell value={span.f1Iou50} interval={ci['span.f1Iou50']} />}
                  {letters.map((letter, place) => (
                    <DifferenceCell key={letter} difference={gains[place][of]} higherIsBetter />
                  ))}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
