import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import { useResolvedTheme } from '../state/use-resolved-theme.ts';
import { ChartFigure } from './ChartFigure.tsx';
import style from './LineChart.module.css';
import { plotOptions, type Line, type Mark } from './plot-options.ts';

interface LineChartProps {
  readonly title: string;
  readonly xName: string;
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  readonly height?: number;
  /** Fixed limits of the y axis; null: from the data. */
  readonly limits?: readonly [number, number] | null;
  readonly marks?: readonly Mark[];
  readonly 'data-testid'?: string;
}

/** A small line chart with a legend that shows the last values, or those under the pointer. */
export function LineChart(props: LineChartProps) {
  const { title, xName, x, lines, format } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const theme = useResolvedTheme();
  const at = pointed !== null && pointed < x.length ? pointed : x.length - 1;
  const shape = lines.map((line) => `${line.name} ${line.colour} ${line.isDashed}`).join('|');
  return (
    <ChartFigure
      title={title}
      at={x.length > 0 ? `${xName} ${x[at]}` : ''}
      entries={lines.map(({ values, ...line }) => ({ ...line, value: valueText(values[at], format) }))}
      data-testid={props['data-testid']}
    >
      {/* Lines are fixed when a plot is made, so other ones make another plot; so does a theme, which changes all colours. */}
      <Plot key={`${theme} ${shape}`} {...props} onPoint={setPointed} />
    </ChartFigure>
  );
}

interface PlotProps extends LineChartProps {
  readonly onPoint: (index: number | null) => void;
}

const HEIGHT = 132;
const NO_MARKS: readonly Mark[] = [];

function Plot({ x, lines, format, height = HEIGHT, limits = null, marks = NO_MARKS, onPoint }: PlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latestMarks = useRef(marks);
  const [made] = useState({ lines, format, height, limits, onPoint });
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const drawn = new uPlot(plotOptions({ ...made, marks: () => latestMarks.current, width: element.clientWidth }), [[]], element);
    plot.current = drawn;
    const observer = new ResizeObserver(() => drawn.setSize({ width: element.clientWidth, height: made.height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.destroy();
    };
  }, [made]);
  useEffect(() => {
    latestMarks.current = marks;
    plot.current?.setData([x, ...lines.map((line) => line.values)] as uPlot.AlignedData);
  }, [x, lines, marks]);
  return <div ref={holder} className={style.plot} style={{ height }} />;
}

function valueText(value: number | null | undefined, format: (value: number) => string): string {
  return value == null ? '–' : format(value);
}
