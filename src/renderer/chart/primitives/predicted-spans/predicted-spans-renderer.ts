import { wash } from '../../chart-theme.ts';
import { BADGE_HEIGHT, drawBadge } from '../badge.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { areCrowded, joinStretches } from '../crowded.ts';
import { dashedVerticalLine, devicePixels, thickness, verticalLine } from '../pixels.ts';
import type { PredictedSpansOptions } from './predicted-spans-options.ts';
import type { PredictedOutline } from './predicted-spans-view.ts';

/** In CSS pixels. */
const BRACKET_ARM = 10;
/** Of spans that are too many to be told apart. */
const MARK_HEIGHT = 8;

/** Dashed or dotted edges, and a bracket below the candles with the score: nothing is filled but the selected one, so that no label is hidden. */
export function drawPredictedSpans(bitmap: Bitmap, outlines: readonly PredictedOutline[], options: PredictedSpansOptions): void {
  if (areCrowded(outlines.length, bitmap)) return drawMarks(bitmap, outlines, options);
  for (const { stretch } of outlines) drawDashedEdges(bitmap, stretch, options);
  for (const outline of outlines.filter(({ selected }) => selected)) drawSelected(bitmap, outline, options);
  if (!options.detailed) return;
  for (const { stretch } of outlines) drawBracket(bitmap, stretch, options);
  const colours = { ...options.colours, background: options.background };
  const y = bitmap.height / bitmap.scaleY - options.bottom - BADGE_HEIGHT - 4;
  for (const { badgeX, score } of outlines) if (badgeX !== null) drawBadge(bitmap, { x: badgeX, y, text: score, filled: false }, colours);
}

/** A mark at the bottom of the candles for each, and the selected one as ever. */
function drawMarks(bitmap: Bitmap, outlines: readonly PredictedOutline[], options: PredictedSpansOptions): void {
  for (const outline of outlines.filter(({ selected }) => selected)) drawSelected(bitmap, outline, options);
  if (!options.detailed) return;
  const bottom = bitmap.height - Math.round(options.bottom * bitmap.scaleY);
  const height = thickness(MARK_HEIGHT, bitmap.scaleY);
  bitmap.context.fillStyle = options.colours.ink;
  for (const { left, right } of joinStretches(outlines.map(({ stretch }) => devicePixels(stretch, bitmap)))) bitmap.context.fillRect(left, bottom - height, right - left, height);
}

function drawDashedEdges(bitmap: Bitmap, stretch: PredictedOutline['stretch'], options: PredictedSpansOptions): void {
  const { left, right } = devicePixels(stretch, bitmap);
  const width = thickness(1, bitmap.scaleX);
  const colour = wash(options.colours, 0.85);
  dashedVerticalLine(bitmap, left, width, colour, options.dash);
  dashedVerticalLine(bitmap, Math.max(left, right - width), width, colour, options.dash);
}

/** Washed, with whole edges; thick where the arrow keys would move it. */
function drawSelected(bitmap: Bitmap, { stretch, selectedEdge }: PredictedOutline, options: PredictedSpansOptions): void {
  const { left, right } = devicePixels(stretch, bitmap);
  bitmap.context.fillStyle = wash(options.colours, 0.14);
  bitmap.context.fillRect(left, 0, right - left, bitmap.height);
  const [start, end] = (['start', 'end'] as const).map((edge) => thickness(edge === selectedEdge ? 4 : 2, bitmap.scaleX));
  verticalLine(bitmap, left, start, options.colours.ink);
  verticalLine(bitmap, Math.max(left, right - end), end, options.colours.ink);
}

function drawBracket(bitmap: Bitmap, stretch: PredictedOutline['stretch'], options: PredictedSpansOptions): void {
  const { context, height, scaleX, scaleY } = bitmap;
  const { left, right } = devicePixels(stretch, bitmap);
  const line = thickness(2, scaleX);
  const bottom = height - Math.round(options.bottom * scaleY);
  const arm = Math.round(BRACKET_ARM * scaleY);
  context.fillStyle = options.colours.ink;
  context.fillRect(left, bottom - line, Math.max(line, right - left), line);
  context.fillRect(left, bottom - arm, line, arm);
  context.fillRect(Math.max(left, right - line), bottom - arm, line, arm);
}
