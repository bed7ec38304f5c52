import type { SeriesCoverage, SeriesOverview } from '../../../../shared/contract/series.ts';
import { CHART_FONT, wash, type ChartTheme } from '../../../chart/chart-theme.ts';
import { calendarLabels, shownHours, type OverviewCalendar } from './overview-calendar.ts';

/** What the strip shows, in CSS pixels. */
export interface OverviewPicture {
  readonly width: number;
  readonly height: number;
  readonly overview: SeriesOverview;
  readonly coverage: SeriesCoverage | undefined;
  /** null: days are not shown. */
  readonly calendar: OverviewCalendar | null;
  readonly theme: ChartTheme;
}

/** Of one band, at the bottom of the strip. */
const BAND = 4;
const GAP = 1;
/** So that one span among thousands of bars is seen. */
const LEAST_ALPHA = 0.45;

/** Of the dates, at the top. */
const DATES = 13;
const DATE_SIZE = 10;

/** Dates, beneath them price as an area between low and high, and bands of what is labelled, predicted and reviewed. */
export function drawOverview(canvas: CanvasRenderingContext2D, picture: OverviewPicture): void {
  const { width, height, coverage, theme } = picture;
  canvas.clearRect(0, 0, width, height);
  const bands = coverage === undefined ? [] : bandsOf(coverage, theme);
  const floor = height - 3 * (BAND + GAP);
  drawCalendar(canvas, picture, floor - 2);
  drawPrices(canvas, picture, DATES, floor - 2);
  bands.forEach(({ shares, colour }, row) => drawBand(canvas, shares, colour, width, floor + row * (BAND + GAP)));
}

function bandsOf({ labelled, predicted, reviewed }: SeriesCoverage, theme: ChartTheme) {
  return [
    { shares: labelled, colour: (alpha: number) => wash(theme.label, alpha) },
    { shares: predicted ?? new Float32Array(labelled.length), colour: (alpha: number) => wash(theme.prediction, alpha) },
    { shares: reviewed, colour: (alpha: number) => wash(theme.secondPrediction, alpha * 0.5) },
  ];
}

function drawCalendar(canvas: CanvasRenderingContext2D, { width, calendar, theme }: OverviewPicture, floor: number): void {
  if (calendar === null) return;
  const x = (part: number): number => (part * width) / calendar.marks.bars;
  canvas.fillStyle = theme.grid;
  for (const { start, end } of shownHours(calendar, width)) canvas.fillRect(x(start), DATES, x(end + 1) - x(start), floor - DATES);
  canvas.font = `${DATE_SIZE}px ${CHART_FONT}`;
  canvas.textBaseline = 'middle';
  for (const { part, text } of calendarLabels(calendar, width)) {
    canvas.fillStyle = theme.dayLine;
    if (part > 0) canvas.fillRect(Math.round(x(part)), 0, 1, floor);
    canvas.fillStyle = theme.text;
    canvas.fillText(text, Math.round(x(part)) + 4, DATES / 2 + 1);
  }
}

function drawPrices(canvas: CanvasRenderingContext2D, { width, overview: { low, high }, theme }: OverviewPicture, top: number, bottom: number): void {
  const least = low.reduce((a, b) => Math.min(a, b), Infinity);
  const most = high.reduce((a, b) => Math.max(a, b), -Infinity);
  const y = (price: number): number => top + 2 + (bottom - top - 4) * (most > least ? (most - price) / (most - least) : 0.5);
  const x = (part: number): number => ((part + 0.5) * width) / low.length;
  canvas.beginPath();
  high.forEach((price, part) => canvas.lineTo(x(part), y(price) - 0.5));
  for (let part = low.length - 1; part >= 0; part--) canvas.lineTo(x(part), y(low[part]) + 0.5);
  canvas.closePath();
  canvas.fillStyle = theme.text;
  canvas.fill();
}

function drawBand(canvas: CanvasRenderingContext2D, shares: Float32Array, colour: (alpha: number) => string, width: number, top: number): void {
  const room = width / shares.length;
  shares.forEach((share, part) => {
    if (share === 0) return;
    canvas.fillStyle = colour(LEAST_ALPHA + (1 - LEAST_ALPHA) * share);
    canvas.fillRect(part * room, top, Math.max(1, room), BAND);
  });
}
