import type { SeriesCoverage, SeriesOverview } from '../../../../shared/contract/series.ts';
import { wash, type ChartTheme } from '../../../chart/chart-theme.ts';

/** What the strip shows, in CSS pixels. */
export interface OverviewPicture {
  readonly width: number;
  readonly height: number;
  readonly overview: SeriesOverview;
  readonly coverage: SeriesCoverage | undefined;
  readonly theme: ChartTheme;
}

/** Of one band, at the bottom of the strip. */
const BAND = 4;
const GAP = 1;
/** So that one span among thousands of bars is seen. */
const LEAST_ALPHA = 0.45;

/** Price as an area between low and high, beneath it bands of what is labelled, predicted and reviewed. */
export function drawOverview(canvas: CanvasRenderingContext2D, picture: OverviewPicture): void {
  const { width, height, coverage, theme } = picture;
  canvas.clearRect(0, 0, width, height);
  const bands = coverage === undefined ? [] : bandsOf(coverage, theme);
  const floor = height - 3 * (BAND + GAP);
  drawPrices(canvas, picture, floor - 2);
  bands.forEach(({ shares, colour }, row) => drawBand(canvas, shares, colour, width, floor + row * (BAND + GAP)));
}

function bandsOf({ labelled, predicted, reviewed }: SeriesCoverage, theme: ChartTheme) {
  return [
    { shares: labelled, colour: (alpha: number) => wash(theme.label, alpha) },
    { shares: predicted ?? new Float32Array(labelled.length), colour: (alpha: number) => wash(theme.prediction, alpha) },
    { shares: reviewed, colour: (alpha: number) => wash(theme.secondPrediction, alpha * 0.5) },
  ];
}

function drawPrices(canvas: CanvasRenderingContext2D, { width, overview: { low, high }, theme }: OverviewPicture, height: number): void {
  const least = low.reduce((a, b) => Math.min(a, b), Infinity);
  const most = high.reduce((a, b) => Math.max(a, b), -Infinity);
  const y = (price: number): number => 2 + (height - 4) * (most > least ? (most - price) / (most - least) : 0.5);
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
