import type { ComparedFigure, Contender } from '../../../domain/comparison.ts';
import { nameFigure } from '../words/figure-names.ts';
import { formatFigure, formatInterval } from '../words/numbers.ts';
import { describeDifference, verdictWord } from '../words/verdict-words.ts';
import { table, type DocumentTable } from './document.ts';

/** A column of values for each contender, then a difference with its verdict for each but the first. */
export function figureTable(contenders: readonly Pick<Contender, 'name'>[], figures: readonly ComparedFigure[]): DocumentTable {
  const [{ name: first }, ...others] = contenders;
  const columns = ['Figure', ...contenders.map(({ name }) => name), ...others.flatMap(({ name }) => [`${name} \u2212 ${first}`, 'verdict'])];
  return table(
    columns,
    figures.map((figure) => [nameFigure(figure.figure), ...contenders.map((_, k) => describeValue(figure, k)), ...others.flatMap((_, k) => describeVerdict(figure, k + 1))]),
  );
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
