import type { ComparedBaseline, Comparison } from '../../../../domain/comparison.ts';
import type { BaselineName, PairedDifference } from '../../../../domain/evaluation.ts';
import { formatFigure, formatInterval } from '../../words/numbers.ts';
import { describeDifference, verdictWord } from '../../words/verdict-words.ts';
import { table, text, type Section } from '../document.ts';

const NAMES: Readonly<Record<BaselineName, string>> = {
  positionPrior: 'position in the window, no bar looked at',
  allPositive: 'every bar',
  displacement: 'six bars that move by many average true ranges',
};

/** What learns nothing, and by how much each contender does better. */
export function baselinesSection({ baselines, contenders }: Comparison): Section {
  return {
    title: 'Without learning',
    blocks: [
      text('F1 of bars each at its chosen threshold, and F1 of spans at IoU 0.5; then each contender minus the baseline.'),
      table(['Baseline', 'F1 of bars', 'F1 of spans', ...contenders.flatMap(({ name }) => [`${name}: bars`, `${name}: spans`])], baselines.map(rowOf)),
    ],
  };
}

function rowOf({ name, bar, span, ci, gains }: ComparedBaseline): readonly string[] {
  const value = (figure: number, path: string): string => (ci[path] === undefined ? formatFigure(figure) : `${formatFigure(figure)} ${formatInterval(ci[path])}`);
  return [NAMES[name], value(bar.f1, 'bar.f1'), value(span.f1Iou50, 'span.f1Iou50'), ...gains.flatMap((gain) => [describeGain(gain.bar), describeGain(gain.span)])];
}

const describeGain = (gain: PairedDifference | null): string => (gain === null ? 'cannot be compared' : `${describeDifference(gain)} ${verdictWord({ higherIsBetter: true }, gain.verdict)}`);
