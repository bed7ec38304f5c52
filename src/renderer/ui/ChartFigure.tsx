import type { ReactNode } from 'react';
import style from './ChartFigure.module.css';

export interface LegendEntry {
  readonly name: string;
  /** Name of a colour token, such as '--accent'. */
  readonly colour: string;
  readonly isDashed?: boolean;
  /** Its value at the place that is pointed at; empty: nowhere is. */
  readonly value: string;
}

interface ChartFigureProps {
  readonly title: string;
  /** The place that the values of the legend are of, such as 'epoch 7'; empty: none. */
  readonly at: string;
  readonly entries: readonly LegendEntry[];
  readonly children: ReactNode;
  readonly 'data-testid'?: string;
}

/** The frame of a chart of lines: its title, a legend with values, and the plot. */
export function ChartFigure({ title, at, entries, children, ...rest }: ChartFigureProps) {
  return (
    <figure className={style.figure} {...rest}>
      <figcaption className={style.caption}>
        {title}
        {at !== '' && <span className={style.at}>{at}</span>}
      </figcaption>
      <div className={style.legend}>
        {entries.map(({ name, colour, isDashed, value }) => (
          <span key={name} className={style.entry}>
            <span className={style.line} data-dashed={isDashed} style={{ borderColor: `var(${colour})` }} />
            {name} {value}
          </span>
        ))}
      </div>
      {children}
    </figure>
  );
}
