import { useEffect, useRef, useState } from 'react';
import { ChartFigure } from './ChartFigure.tsx';
import style from './CurveChart.module.css';
import { formatFigure } from './format/number.ts';

export type Point = readonly [x: number, y: number];

export interface CurveLine {
  readonly name: string;
  /** Ascending by x. */
  readonly points: readonly Point[];
  /** Name of a colour token, such as '--accent'. */
  readonly colour: string;
  readonly isDashed?: boolean;
  readonly hasDots?: boolean;
  readonly isFilled?: boolean;
}

interface CurveChartProps {
  readonly title: string;
  /** What lies along the x axis, from 0 to 1. */
  readonly x: string;
  readonly lines: readonly CurveLine[];
  /** Where the y axis ends; 1 where it is not said. */
  readonly top?: number;
  /** Vertical lines. */
  readonly marks?: readonly { readonly x: number; readonly name: string }[];
}

const HEIGHT = 210;
const MARGIN = { left: 36, right: 8, top: 8, bottom: 34 };
const TICKS = [0, 1, 2, 3, 4, 5];

/** Shares over shares, along the x axis from 0 to 1. The legend shows each line's value under the pointer. */
export function CurveChart({ title, x: xName, lines, top = 1, marks = [] }: CurveChartProps) {
  const { holder, width } = useWidth();
  const [pointed, setPointed] = useState<number | null>(null);
  const toX = (x: number): number => MARGIN.left + x * (width - MARGIN.left - MARGIN.right);
  const toY = (y: number): number => HEIGHT - MARGIN.bottom - (y / top) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const at = (clientX: number, element: Element): number => (clientX - element.getBoundingClientRect().left - MARGIN.left) / (width - MARGIN.left - MARGIN.right);
  return (
    <ChartFigure
      title={title}
      at={pointed === null ? '' : `${xName} ${pointed.toFixed(2)}`}
      entries={lines.map((line) => ({ ...line, value: pointed === null ? '' : valueAt(line.points, pointed) }))}
    >
      <div ref={holder} className={style.plot}>
        <svg
          width={width}
          height={HEIGHT}
          aria-label={title}
          onPointerMove={(event) => setPointed(Math.max(0, Math.min(1, at(event.clientX, event.currentTarget))))}
          onPointerLeave={() => setPointed(null)}
        >
          {TICKS.map((tick) => (
            <g key={tick}>
              <line className={style.grid} x1={toX(0)} x2={toX(1)} y1={toY((tick / 5) * top)} y2={toY((tick / 5) * top)} />
              <text className={style.tick} x={toX(0) - 6} y={toY((tick / 5) * top) + 4} textAnchor="end">
                {Number(((tick / 5) * top).toFixed(2))}
              </text>
              <text className={style.tick} x={toX(tick / 5)} y={toY(0) + 15} textAnchor={tick === 5 ? 'end' : 'middle'}>
                {tick / 5}
              </text>
            </g>
          ))}
          <text className={style.axis} x={(toX(0) + toX(1)) / 2} y={HEIGHT - 4} textAnchor="middle">
            {xName}
          </text>
          {marks.map((mark) => (
            <g key={mark.name}>
              <line className={style.mark} x1={toX(mark.x)} x2={toX(mark.x)} y1={toY(0)} y2={toY(top)} />
              <text className={style.tick} x={toX(mark.x) + (mark.x > 0.8 ? -4 : 4)} y={toY(top) + 10} textAnchor={mark.x > 0.8 ? 'end' : 'start'}>
                {mark.name}
              </text>
            </g>
          ))}
          {lines.map((line) => (
            <Curve key={line.name} line={line} toX={toX} toY={toY} />
          ))}
          {pointed !== null && <line className={style.pointer} x1={toX(pointed)} x2={toX(pointed)} y1={toY(0)} y2={toY(top)} />}
        </svg>
      </div>
    </ChartFigure>
  );
}

interface CurveProps {
  readonly line: CurveLine;
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
}

function Curve({ line: { points, colour, isDashed, hasDots, isFilled }, toX, toY }: CurveProps) {
  if (points.length === 0) return null;
  const path = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${toX(x).toFixed(1)} ${toY(y).toFixed(1)}`).join('');
  const area = `${path}L${toX(points[points.length - 1][0])} ${toY(0)}L${toX(points[0][0])} ${toY(0)}Z`;
  const stroke = `var(${colour})`;
  return (
    <>
      {isFilled === true && <path d={area} fill={stroke} opacity={0.14} />}
      <path d={path} className={style.curve} stroke={stroke} strokeDasharray={isDashed === true ? '5 4' : undefined} />
      {hasDots === true && points.map(([x, y]) => <circle key={`${x} ${y}`} cx={toX(x)} cy={toY(y)} r={2.5} fill={stroke} />)}
    </>
  );
}

/** Of the point nearest to x. */
function valueAt(points: readonly Point[], x: number): string {
  if (points.length === 0) return '–';
  const nearest = points.reduce((best, point) => (Math.abs(point[0] - x) < Math.abs(best[0] - x) ? point : best));
  return formatFigure(nearest[1]);
}

function useWidth() {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { holder, width };
}
