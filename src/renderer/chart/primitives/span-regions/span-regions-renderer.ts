import type { Stretch } from '../../geometry/bar-axis.ts';
import { wash } from '../../chart-theme.ts';
import type { SpanEdge } from '../../chart-types.ts';
import { drawBadge } from '../badge.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { areCrowded, joinStretches } from '../crowded.ts';
import { devicePixels, thickness, verticalLine } from '../pixels.ts';
import { drawFadeHandles } from './fade-handles-renderer.ts';
import type { SpanRegionsOptions } from './span-regions-options.ts';
import type { SpanRegion } from './span-regions-view.ts';

const FAINTEST = 0.07;
const STRONGEST = 0.3;
/** Height of the band at the top whose filled part also tells the confidence, in CSS pixels. */
const BAND_HEIGHT = 3;
/** Of spans that are too many to be told apart: how strongly they shade, and how high their mark at the top is, in CSS pixels. */
const CROWDED = 0.13;
const MARK_HEIGHT = 8;
const HANDLE = { width: 7, height: 26 } as const;

/** The shading, behind the candles. */
export function drawShading(bitmap: Bitmap, regions: readonly SpanRegion[], options: SpanRegionsOptions): void {
  if (areCrowded(regions.length, bitmap)) return drawCrowd(bitmap, regions, options);
  for (const region of regions) {
    const alpha = FAINTEST + (STRONGEST - FAINTEST) * region.confidence + (region.selected ? 0.06 : 0);
    bitmap.context.fillStyle = shading(bitmap, region, options, alpha);
    const { left, right } = devicePixels({ left: region.startFade.left, right: region.endFade.right }, bitmap);
    bitmap.context.fillRect(left, 0, Math.max(1, right - left), bitmap.height);
  }
}

/** Many to a pixel: each pixel is shaded once, or the chart would drown in them. */
function drawCrowd(bitmap: Bitmap, regions: readonly SpanRegion[], options: SpanRegionsOptions): void {
  bitmap.context.fillStyle = wash(options.colours, CROWDED);
  for (const { left, right } of joinStretches(regions.map(({ stretch }) => devicePixels(stretch, bitmap)))) bitmap.context.fillRect(left, 0, right - left, bitmap.height);
}

/** One colour, or a gradient that fades where an edge is uncertain. */
function shading(bitmap: Bitmap, region: SpanRegion, options: SpanRegionsOptions, alpha: number): string | CanvasGradient {
  const { startFade, endFade } = region;
  const full = wash(options.colours, alpha);
  const isCertain = startFade.left === startFade.right && endFade.left === endFade.right;
  const from = startFade.left * bitmap.scaleX;
  const length = endFade.right * bitmap.scaleX - from;
  if (isCertain || !Number.isFinite(length) || length <= 0) return full;
  const gradient = bitmap.context.createLinearGradient(from, 0, from + length, 0);
  const at = (x: number): number => Math.min(Math.max((x * bitmap.scaleX - from) / length, 0), 1);
  const none = wash(options.colours, 0);
  const fullFrom = at(startFade.right);
  const fullTo = Math.max(at(endFade.left), fullFrom);
  gradient.addColorStop(0, startFade.left === startFade.right ? full : none);
  gradient.addColorStop(fullFrom, full);
  gradient.addColorStop(fullTo, full);
  gradient.addColorStop(1, endFade.left === endFade.right ? full : none);
  return gradient;
}

/** Edge lines, confidence bands, handles and badges, in front of the candles. */
export function drawOutlines(bitmap: Bitmap, regions: readonly SpanRegion[], options: SpanRegionsOptions): void {
  if (areCrowded(regions.length, bitmap)) return drawMarks(bitmap, regions, options);
  for (const region of regions) drawEdges(bitmap, region, options);
  if (!options.detailed) return;
  for (const region of regions) drawBand(bitmap, region, options);
  for (const region of regions.filter((candidate) => candidate.selected)) drawHandles(bitmap, region, options);
  const colours = { ...options.colours, background: options.background };
  for (const { badge } of regions) if (badge !== null) drawBadge(bitmap, badge, colours);
}

/** A mark at the top of the candles for each, and the selected one as ever. */
function drawMarks(bitmap: Bitmap, regions: readonly SpanRegion[], options: SpanRegionsOptions): void {
  for (const region of regions.filter((candidate) => candidate.selected)) drawEdges(bitmap, region, options);
  if (!options.detailed) return;
  bitmap.context.fillStyle = options.colours.ink;
  for (const { left, right } of joinStretches(regions.map(({ stretch }) => devicePixels(stretch, bitmap)))) bitmap.context.fillRect(left, 0, right - left, thickness(MARK_HEIGHT, bitmap.scaleY));
}

function drawEdges(bitmap: Bitmap, region: SpanRegion, options: SpanRegionsOptions): void {
  const { left, right } = devicePixels(region.stretch, bitmap);
  const colour = region.selected ? options.colours.ink : wash(options.colours, 0.75);
  const width = thickness(region.selected ? 2 : 1, bitmap.scaleX);
  verticalLine(bitmap, left, width, colour);
  verticalLine(bitmap, Math.max(left, right - width), width, colour);
}

function drawBand(bitmap: Bitmap, region: SpanRegion, options: SpanRegionsOptions): void {
  const { left, right } = devicePixels(region.stretch, bitmap);
  const height = thickness(BAND_HEIGHT, bitmap.scaleY);
  bitmap.context.fillStyle = wash(options.colours, 0.3);
  bitmap.context.fillRect(left, 0, right - left, height);
  bitmap.context.fillStyle = options.colours.ink;
  bitmap.context.fillRect(left, 0, Math.round((right - left) * region.confidence), height);
}

function drawHandles(bitmap: Bitmap, region: SpanRegion, options: SpanRegionsOptions): void {
  const { left, right } = devicePixels(region.stretch, bitmap);
  drawHandle(bitmap, left, 'start', region.selectedEdge, options);
  drawHandle(bitmap, right, 'end', region.selectedEdge, options);
  if (region.fadeHandles !== null) drawFadeHandles(bitmap, region.stretch, region.fadeHandles, options);
}

/** A grip in the middle of the edge; filled where the arrow keys would move this edge. */
function drawHandle(bitmap: Bitmap, x: number, edge: SpanEdge, selected: SpanEdge | null, options: SpanRegionsOptions): void {
  const { context, scaleX, scaleY } = bitmap;
  const line = thickness(1.5, scaleX);
  const box = handleBox(bitmap, x);
  context.beginPath();
  context.roundRect(box.left, (bitmap.height - HANDLE.height * scaleY) / 2, box.right - box.left, HANDLE.height * scaleY, 3 * scaleX);
  context.fillStyle = edge === selected ? options.colours.ink : options.background;
  context.strokeStyle = options.colours.ink;
  context.lineWidth = line;
  context.fill();
  context.stroke();
}

function handleBox(bitmap: Bitmap, x: number): Stretch {
  const half = thickness(HANDLE.width / 2, bitmap.scaleX);
  return { left: x - half, right: x + half };
}
