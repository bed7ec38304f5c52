import type { Evaluation } from '../../../shared/domain/evaluation.ts';
import { formatFigure, formatQuantity, formatShare } from '../../ui/format/number.ts';

/** A difference of F1 that a reader should not build on without an interval. */
const SLIGHT = 0.03;
const SLIGHT_ON_FEW = 0.1;
const FEW_WINDOWS = 30;

/** What the figures of an evaluation say, one sentence each. */
export function evaluationWords(evaluation: Evaluation): readonly string[] {
  const { at05 } = evaluation.bar;
  return [
    `At 0.5 it finds ${formatShare(at05.recall)} of the labelled bars; of the bars that it marks, ${formatShare(at05.precision)} are labelled.`,
    priorWords(evaluation),
    separationWords(evaluation),
    ...(evaluation.part === 'val' ? ['The best epoch and the threshold were chosen on these windows: the test part judges more strictly.'] : []),
    ...(evaluation.windows < FEW_WINDOWS ? [fewWords(evaluation.windows)] : []),
  ];
}

function fewWords(windows: number): string {
  return `Only ${formatQuantity(windows, 'window')} ${windows === 1 ? 'judges' : 'judge'} it: expect these figures to move by several hundredths.`;
}

/** Each at its own best threshold, so that the comparison favours neither. */
function priorWords({ windows, bar, positionPrior }: Evaluation): string {
  const slight = windows < FEW_WINDOWS ? SLIGHT_ON_FEW : SLIGHT;
  const gain = bar.best.f1 - positionPrior.f1;
  const prior = `guessing by the position in the window alone (F1 ${formatFigure(positionPrior.f1)}, each at its best threshold)`;
  if (gain < -slight) return `It does worse than ${prior}: it has not learned to read the bars.`;
  if (gain <= slight) return `It does about as well as ${prior}: so far it has not shown that it reads the bars.`;
  return `It does better than ${prior} by ${formatFigure(gain)}.`;
}

function separationWords({ separation: { inMean, outMean, separation } }: Evaluation): string {
  const means = `its mean probability is ${formatFigure(inMean)} in spans and ${formatFigure(outMean)} outside`;
  return separation < SLIGHT ? `It hardly tells bars apart: ${means}.` : `It tells bars apart: ${means}.`;
}
