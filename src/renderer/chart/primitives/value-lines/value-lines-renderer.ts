import type { Bitmap } from '../layer-primitive.ts';
import { thickness } from '../pixels.ts';
import type { ValueLinesOptions } from './value-lines-options.ts';
import type { ValueLine } from './value-lines-view.ts';

export function drawValueLines({ context, scaleX, scaleY }: Bitmap, lines: readonly ValueLine[], options: ValueLinesOptions): void {
  context.lineJoin = 'round';
  for (const { name, parts } of lines) {
    const { colour, width, dash } = options[name];
    context.strokeStyle = colour;
    context.lineWidth = Math.max(1, width * scaleY);
    context.setLineDash(dash.map((length) => thickness(length, scaleX)));
    context.beginPath();
    for (const part of parts) {
      context.moveTo(part[0] * scaleX, part[1] * scaleY);
      // The first point again: a part of one candle is a dot then.
      for (let at = 0; at < part.length; at += 2) context.lineTo(part[at] * scaleX, part[at + 1] * scaleY);
    }
    context.stroke();
  }
}
