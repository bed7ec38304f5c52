import type { ComparedWindow, Comparison } from '../../../../domain/comparison.ts';
import { isDisputed } from '../../window-confusion.ts';
import { confusionWords } from '../../words/confusion-words.ts';
import { list, table, text, type DocumentFigures, type Section } from '../document.ts';
import { drawWindow } from '../svg/window-strip.ts';

/** More rows than these nobody reads; the JSON has all. */
const MOST_ROWS = 200;
const MOST_DRAWN = 24;

/** Which windows only some contenders get right. */
export function windowsSection(comparison: Comparison): Section {
  const { confusion, contenders } = comparison;
  const disputed = confusion.filter(isDisputed);
  const shown = (disputed.length === 0 ? confusion : disputed).slice(0, MOST_ROWS);
  const names = contenders.map(({ name }) => name);
  const rest = confusion.length - shown.length;
  return {
    title: 'Windows',
    blocks: [
      list(confusionWords(comparison)),
      text('Labelled spans above, below them those that each contender decodes; of several seeds those of the first, though a window is right where more than half of the seeds are.'),
      ...(contenders.some(({ mode }) => mode === 'together') ? [text('Of several together the spans are decoded from what all of them say, and are no part\u2019s own; the app opens such a window with the first part\u2019s run.')] : []),
      { kind: 'figures', legend: names, items: shown.slice(0, MOST_DRAWN).map(drawn) },
      table(['Window', 'id', 'labelled', ...names, 'right'], shown.map((window) => rowOf(window, names))),
      ...(rest > 0 ? [text(`${rest} other windows are in comparison.json.`)] : []),
    ],
  };
}

const drawn = (window: ComparedWindow): DocumentFigures['items'][number] => ({ svg: drawWindow(window), caption: titleOf(window) });

function rowOf(window: ComparedWindow, names: readonly string[]): readonly string[] {
  const right = names.filter((_, k) => window.right[k]);
  return [titleOf(window), String(window.windowId), describe(window.spans), ...window.decoded.map(describe), right.length === 0 ? 'none' : right.join(', ')];
}

const titleOf = ({ symbol, startTime }: ComparedWindow): string => `${symbol} ${new Date(startTime).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** First to last bar, counted from the window's first. */
const describe = (spans: ComparedWindow['spans']): string => (spans.length === 0 ? 'none' : spans.map(({ start, end }) => `${start}\u2013${end}`).join(', '));
