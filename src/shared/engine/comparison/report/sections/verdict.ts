import type { ComparedFigure, Comparison } from '../../../../domain/comparison.ts';
import { nameFigure } from '../../words/figure-names.ts';
import { count, formatFigure, formatInterval } from '../../words/numbers.ts';
import { describeDifference, verdictWord } from '../../words/verdict-words.ts';
import { list, table, text, type DocumentTable, type Section } from '../document.ts';

/** What may be said, what has to be known before, and every figure that it rests on. */
export function verdictSection({ conclusions, cautions, contenders, figures, windows, spans, part, resampling }: Comparison): Section {
  const groups = resampling.by === 'day' ? count(resampling.groups, 'trading day') : count(resampling.groups, 'window');
  return {
    title: 'Verdict',
    blocks: [
      list(conclusions),
      text('Before you believe a figure:'),
      list(cautions),
      text(`Every figure is of the same ${count(windows, 'window')} with ${count(spans, 'span')} (part: ${part}). In brackets 95 % intervals by ${resampling.resamples} resamples of ${groups}; differences are to ${contenders[0].name}, by the same resamples, and \u201cno difference\u201d where their interval holds 0.`),
      figureTable(contenders.map(({ name }) => name), figures.filter(({ figure }) => !figure.startsWith('decoders.'))),
    ],
  };
}

/** A column of values for each contender, one of differences for each but the first. */
export function figureTable(names: readonly string[], figures: readonly ComparedFigure[], nameOf = nameFigure): DocumentTable {
  const columns = ['Figure', ...names, ...names.slice(1).flatMap((name) => [`${name} \u2212 ${names[0]}`, 'verdict'])];
  return table(columns, figures.map((figure) => [nameOf(figure.figure), ...names.map((_, k) => describeValue(figure, k)), ...names.slice(1).flatMap((_, k) => describeVerdict(figure, k + 1))]));
}

function describeValue({ values, intervals, deviations }: ComparedFigure, k: number): string {
  const [value, interval, deviation] = [values[k], intervals[k], deviations[k]];
  if (value === null) return 'none';
  return [formatFigure(value), ...(deviation === null ? [] : [`\u00b1 ${formatFigure(deviation)}`]), ...(interval === null ? [] : [formatInterval(interval)])].join(' ');
}

function describeVerdict(figure: ComparedFigure, k: number): readonly [string, string] {
  const difference = figure.differences[k];
  return difference === null ? ['none', 'cannot be compared'] : [describeDifference(difference), verdictWord(figure, difference.verdict)];
}
