import { wash } from '../../chart-theme.ts';
import { BADGE_HEIGHT, badgeWidth, drawBadge } from '../badge.ts';
import type { Bitmap } from '../layer-primitive.ts';
import { devicePixels, thickness } from '../pixels.ts';
import type { MeasureBoxOptions } from './measure-box-options.ts';
import type { MeasureBox } from './measure-box-view.ts';

/** In CSS pixels. */
const ARROW = 5;
const GAP = 4;

/** A box with an arrow along either side of it, and the figures beyond its end. */
export function drawMeasureBox(bitmap: Bitmap, box: MeasureBox | null, options: MeasureBoxOptions): void {
  if (box === null) return;
  const { context, scaleX, scaleY } = bitmap;
  const { left, right } = devicePixels(box.stretch, bitmap);
  const [fromY, toY] = [Math.round(box.fromY * scaleY), Math.round(box.toY * scaleY)];
  const line = thickness(1, scaleX);
  const [top, height] = [Math.min(fromY, toY), Math.max(line, Math.abs(toY - fromY))];
  context.fillStyle = wash(options.colours, 0.18);
  context.fillRect(left, top, right - left, height);
  context.strokeStyle = wash(options.colours, 0.8);
  context.lineWidth = line;
  // Half of the width further in: a stroke of whole pixels then covers whole pixels.
  context.strokeRect(left + line / 2, top + line / 2, Math.max(line, right - left - line), Math.max(line, height - line));
  drawArrows(bitmap, { left, right, fromY, toY }, box, options);
  drawFigures(bitmap, box, options);
}

interface Corners {
  readonly left: number;
  readonly right: number;
  readonly fromY: number;
  readonly toY: number;
}

function drawArrows(bitmap: Bitmap, { left, right, fromY, toY }: Corners, box: MeasureBox, options: MeasureBoxOptions): void {
  const [middleX, middleY] = [Math.round((left + right) / 2), Math.round((fromY + toY) / 2)];
  bitmap.context.fillStyle = options.colours.ink;
  const [startX, endX] = box.isForward ? [left, right] : [right, left];
  drawArrow(bitmap, [middleX, fromY], [middleX, toY]);
  drawArrow(bitmap, [startX, middleY], [endX, middleY]);
}

/** Along one axis, its head at the end; none where there is no room for a head. */
function drawArrow({ context, scaleX }: Bitmap, [x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): void {
  const head = ARROW * scaleX;
  const length = Math.abs(toX - x) + Math.abs(toY - y);
  if (length < 2 * head) return;
  const line = thickness(1, scaleX);
  const [dx, dy] = [Math.sign(toX - x), Math.sign(toY - y)];
  context.fillRect(Math.min(x, toX), Math.min(y, toY), Math.max(line, Math.abs(toX - x)), Math.max(line, Math.abs(toY - y)));
  const centre = line / 2;
  const [baseX, baseY] = [toX - dx * head + (dx === 0 ? centre : 0), toY - dy * head + (dy === 0 ? centre : 0)];
  context.beginPath();
  context.moveTo(toX + (dx === 0 ? centre : 0), toY + (dy === 0 ? centre : 0));
  context.lineTo(baseX + dy * head * 0.6, baseY + dx * head * 0.6);
  context.lineTo(baseX - dy * head * 0.6, baseY - dx * head * 0.6);
  context.fill();
}

/** Above a box that goes up, below one that goes down, and within the pane in any case. */
function drawFigures(bitmap: Bitmap, { stretch, fromY, toY, lines }: MeasureBox, options: MeasureBoxOptions): void {
  const [width, height] = [bitmap.width / bitmap.scaleX, bitmap.height / bitmap.scaleY];
  const tall = lines.length * (BADGE_HEIGHT + 2);
  const wanted = toY <= fromY ? toY - GAP - tall : toY + GAP;
  const top = Math.min(Math.max(wanted, GAP), height - tall - GAP);
  const middle = (Math.max(stretch.left, 0) + Math.min(stretch.right, width)) / 2;
  lines.forEach((text, row) => {
    const x = Math.min(Math.max(middle - badgeWidth(text) / 2, GAP), width - badgeWidth(text) - GAP);
    drawBadge(bitmap, { x, y: top + row * (BADGE_HEIGHT + 2), text, filled: true }, { ...options.colours, background: options.background });
  });
}
