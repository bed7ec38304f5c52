import type { ComparedWindow } from '../../../../domain/comparison.ts';
import { escapeHtml } from '../escape-html.ts';
import { colourOf } from './colours.ts';

const WIDTH = 340;
const ROW = 12;

/** The bars of a window from left to right: the labelled spans above, below them those that each contender decodes. */
export function drawWindow({ windowId, length, spans, decoded }: Pick<ComparedWindow, 'windowId' | 'length' | 'spans' | 'decoded'>): string {
  const rows = [spans, ...decoded];
  const x = (bar: number): string => ((bar / length) * WIDTH).toFixed(1);
  const parts = rows.flatMap((own, row) => [
    `<line class="grid" x1="0" y1="${row * ROW + ROW / 2}" x2="${WIDTH}" y2="${row * ROW + ROW / 2}"/>`,
    ...own.map(({ start, end }) => `<rect class="${row === 0 ? 'ink' : colourOf(row - 1)}" x="${x(start)}" y="${row * ROW + 2}" width="${x(end - start + 1)}" height="${ROW - 4}" rx="1.5"/>`),
  ]);
  return `<svg role="img" aria-label="${escapeHtml(`Spans of window ${windowId}`)}" viewBox="0 0 ${WIDTH} ${rows.length * ROW}">${parts.join('')}</svg>`;
}
