import { escapeHtml } from '../escape-html.ts';
import { colourOf } from './colours.ts';
import { ticksOf, type Domain } from './ticks.ts';

export type Point = readonly [x: number, y: number];

export interface Line {
  /** Number of its colour; null: ink, for what is no contender's. */
  readonly colour: number | null;
  readonly dashed?: boolean;
  /** Where y is no number the line is broken. */
  readonly points: readonly Point[];
}

export interface Chart {
  /** Read out in place of the drawing. */
  readonly label: string;
  readonly x: { readonly name: string; readonly domain: Domain };
  readonly y: { readonly name: string; readonly domain: Domain };
  readonly lines: readonly Line[];
  /** Points that stand out. */
  readonly dots?: readonly { readonly colour: number; readonly at: Point }[];
}

const WIDTH = 340;
const HEIGHT = 230;
const [LEFT, RIGHT, TOP, BOTTOM] = [48, 10, 8, 38];

export function drawLines({ label, x, y, lines, dots = [] }: Chart): string {
  const across = scale(x.domain, LEFT, WIDTH - RIGHT);
  const up = scale(y.domain, HEIGHT - BOTTOM, TOP);
  const parts = [
    ...ticksOf(x.domain).map((tick) => `<line class="grid" x1="${across(tick)}" y1="${TOP}" x2="${across(tick)}" y2="${HEIGHT - BOTTOM}"/><text x="${across(tick)}" y="${HEIGHT - BOTTOM + 14}" text-anchor="middle">${tick}</text>`),
    ...ticksOf(y.domain).map((tick) => `<line class="grid" x1="${LEFT}" y1="${up(tick)}" x2="${WIDTH - RIGHT}" y2="${up(tick)}"/><text x="${LEFT - 5}" y="${up(tick)}" dy=".35em" text-anchor="end">${tick}</text>`),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${escapeHtml(x.name)}</text>`,
    `<text transform="translate(11 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escapeHtml(y.name)}</text>`,
    ...lines.map(({ colour, dashed = false, points }) => `<path class="${classOf(colour)}${dashed ? ' dashed' : ''}" d="${pathOf(points, across, up)}"/>`),
    ...dots.map(({ colour, at }) => `<circle class="${colourOf(colour)}" cx="${across(at[0])}" cy="${up(at[1])}" r="3.5"/>`),
  ];
  return `<svg role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${parts.join('')}</svg>`;
}

const classOf = (colour: number | null): string => (colour === null ? 'ink' : colourOf(colour));

type Scale = (value: number) => number;

const scale = ([low, high]: Domain, from: number, to: number): Scale => (value) => Number((from + ((value - low) / (high - low)) * (to - from)).toFixed(1));

function pathOf(points: readonly Point[], across: Scale, up: Scale): string {
  let isOpen = false;
  const steps = points.map(([x, y]) => {
    if (!Number.isFinite(y)) {
      isOpen = false;
      return '';
    }
    const step = `${isOpen ? 'L' : 'M'}${across(x)} ${up(y)}`;
    isOpen = true;
    return step;
  });
  return steps.join('');
}
