import type { Comparison } from '../../../../domain/comparison.ts';
import { count } from '../../words/numbers.ts';
import { text, type Section } from '../document.ts';
import { figureTable } from '../figure-table.ts';

const isOfDecoder = (figure: string): boolean => figure.startsWith('decoders.');

/** Every figure, with what it was counted over. */
export function figuresSection(comparison: Comparison): Section {
  const { contenders, figures, windows, spans, part, resampling } = comparison;
  const groups = resampling.by === 'day' ? count(resampling.groups, 'trading day') : count(resampling.groups, 'window');
  return {
    title: 'Every figure',
    blocks: [
      text(`Of the same ${count(windows, 'window')} with ${count(spans, 'span')} (part: ${part}). In brackets 95 % intervals by ${resampling.resamples} resamples of ${groups}, after \u00b1 the standard deviation over seeds; differences are to ${contenders[0].name}, by the same resamples, and \u201cno difference\u201d where their interval holds 0.`),
      figureTable(contenders, figures.filter(({ figure }) => !isOfDecoder(figure))),
    ],
  };
}

/** All ways to decode that any of them has, side by side. */
export function decodersSection({ contenders, figures }: Comparison): Section {
  const shown = figures.filter(({ figure }) => isOfDecoder(figure) && /\.(bar\.f1|span\.f1Iou50|span\.hit3)$/.test(figure));
  return {
    title: 'Decoders',
    blocks: [text('What each way to decode makes of the same predictions. Those \u201cfixed beforehand\u201d looked at no window.'), figureTable(contenders, shown)],
  };
}
