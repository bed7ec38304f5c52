import type uPlot from 'uplot';

export interface Line {
  readonly name: string;
  /** One per x; null: not known there. */
  readonly values: readonly (number | null)[];
  /** Name of a colour token, such as '--accent'. */
  readonly colour: string;
  readonly isDashed?: boolean;
}

/** A place on the x axis that is pointed out by an upright line. */
export interface Mark {
  readonly x: number;
  /** Name of a colour token. */
  readonly colour: string;
  readonly isDashed?: boolean;
}

interface PlotShape {
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  readonly width: number;
  readonly height: number;
  readonly limits: readonly [number, number] | null;
  readonly onPoint: (index: number | null) => void;
  /** Asked with every drawing. */
  readonly marks: () => readonly Mark[];
}

/** A line needs two points to be seen; with few, the points help. */
const FEW = 4;

/** Canvas cannot read CSS variables. Looked up with every drawing, so that a plot that is drawn again has the colours of the theme. */
const token = (name: string) => (): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function plotOptions({ lines, format, width, height, limits, onPoint, marks }: PlotShape): uPlot.Options {
  const axis = {
    stroke: token('--ink-3'),
    font: `11px ${token('--font')()}`,
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width,
    height,
    legend: { show: false },
    padding: [8, 6, 0, 0],
    cursor: { drag: { x: false, y: false }, y: false, points: { size: 6 } },
    scales: { x: { time: false }, y: limits === null ? {} : { range: [limits[0], limits[1]] } },
    axes: [
      { ...axis, size: 24, space: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
      { ...axis, size: 54, space: 26, values: (_plot, values) => values.map(format) },
    ],
    series: [
      {},
      ...lines.map((line) => ({
        label: line.name,
        stroke: token(line.colour),
        width: 1.75,
        dash: line.isDashed === true ? [5, 4] : undefined,
        points: { show: (plot: uPlot) => plot.data[0].length < FEW },
      })),
    ],
    hooks: { setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)], drawAxes: [(plot) => marks().forEach((mark) => drawMark(plot, mark))] },
  };
}

function drawMark({ ctx, bbox, valToPos, scales }: uPlot, { x, colour, isDashed = false }: Mark): void {
  const { min, max } = scales.x;
  if (min == null || max == null || x < min || x > max) return;
  const at = Math.round(valToPos(x, 'x', true));
  ctx.save();
  ctx.strokeStyle = token(colour)();
  ctx.lineWidth = devicePixelRatio;
  if (isDashed) ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(at, bbox.top);
  ctx.lineTo(at, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
