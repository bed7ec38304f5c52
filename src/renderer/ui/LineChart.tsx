import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import { useResolvedTheme } from '../state/use-resolved-theme.ts';
import style from './LineChart.module.css';
import { plotOptions } from './plot-options.ts';

export interface Line {
  readonly name: string;
  /** One per x; null: not known there. */
  readonly values: readonly (number | null)[];
  /** Name of a colour token, such as '--accent'. */
  readonly colour: string;
  readonly isDashed?: boolean;
}

interface LineChartProps {
  readonly title: string;
  readonly xName: string;
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  readonly height?: number;
  /** Fixed limits of the y axis; null: from the data. */
  readonly limits?: readonly [number, number] | null;
  readonly 'data-testid'?: string;
}

/** A small line chart with a legend that shows the last values, or those under the pointer. */
export function LineChart({ title, xName, x, lines, format, height = 132, limits = null, ...rest }: LineChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const theme = useResolvedTheme();
  const shape = lines.map((line) => `${line.name}${line.colour}${line.isDashed}`).join('|');
  const data = [x, ...lines.map((line) => line.values)] as uPlot.AlignedData;

  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const made = new uPlot(plotOptions({ lines, format, height, limits, width: element.clientWidth, onPoint: setPointed }), data, element);
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [shape, theme, height]);
  useEffect(() => plot.current?.setData(data), [x, lines]);

  const at = pointed !== null && pointed < x.length ? pointed : x.length - 1;
  return (
    <figure className={style.figure} {...rest}>
      <figcaption className={style.caption}>
        {title}
        {x.length > 0 && (
          <span className={style.at}>
            {xName} {x[at]}
          </span>
        )}
      </figcaption>
      <div className={style.legend}>
        {lines.map((line) => (
          <span key={line.name} className={style.entry}>
            <span className={style.line} data-dashed={line.isDashed} style={{ borderColor: `var(${line.colour})` }} />
            {line.name} {valueText(line.values[at], format)}
          </span>
        ))}
      </div>
      <div ref={holder} className={style.plot} style={{ height }} />
    </figure>
  );
}

function valueText(value: number | null | undefined, format: (value: number) => string): string {
  return value == null ? '–' : format(value);
}
