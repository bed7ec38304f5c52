import type { Baseline, BaselineName, Evaluation, PairedDifference } from '../../../shared/domain/evaluation.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import { formatFigure, formatInterval, formatQuantity, formatShare } from '../../ui/format/number.ts';

/** A separation that a person would not see in the probabilities. */
const SLIGHT = 0.03;
const FEW_WINDOWS = 30;

/** What the figures of an evaluation say, one sentence each. `keep`: whose weights are judged. */
export function evaluationWords(evaluation: Evaluation, keep: TrainConfig['keep']): readonly string[] {
  const { at05 } = evaluation.bar;
  return [
    `At 0.5 it finds ${formatShare(at05.recall)} of the labelled bars; of the bars that it marks, ${formatShare(at05.precision)} are labelled.`,
    ...baselineWords(evaluation, 'positionPrior', 'guessing by the position in the window alone', 'it has not shown that it reads the bars'),
    ...baselineWords(evaluation, 'displacement', 'the rule that marks six bars which move far', 'it has not shown that learning is worth it'),
    separationWords(evaluation),
    ...(evaluation.part === 'val' ? [`${keep === 'last' ? 'The' : 'The best epoch, the'} threshold and some decoders were chosen on these windows: the test part judges more strictly.`] : []),
    ...(evaluation.windows < FEW_WINDOWS ? [fewWords(evaluation.windows)] : []),
  ];
}

function fewWords(windows: number): string {
  return `Only ${formatQuantity(windows, 'window')} ${windows === 1 ? 'judges' : 'judge'} it: the intervals are wide, and rough themselves.`;
}

/** Each at its own chosen threshold, so that the comparison favours neither. */
function baselineWords({ baselines }: Evaluation, wanted: BaselineName, what: string, doubt: string): readonly string[] {
  const baseline = baselines.find(({ name }) => name === wanted);
  if (baseline === undefined || baseline.gain.bar === null) return [];
  return [gainWords(baseline, baseline.gain.bar, what, doubt)];
}

function gainWords({ bar }: Baseline, { difference, interval, verdict }: PairedDifference, what: string, doubt: string): string {
  const against = `${what} (F1 per bar ${formatFigure(bar.f1)}, each at its chosen threshold)`;
  const by = `${formatFigure(Math.abs(difference))} (95 % interval of the difference ${formatInterval(interval)})`;
  if (verdict === 'better') return `It does better than ${against} by ${by}.`;
  if (verdict === 'worse') return `It does worse than ${against} by ${by}: ${doubt}.`;
  return `It shows no difference to ${against}; the interval of the difference is ${formatInterval(interval)}: so far ${doubt}.`;
}

function separationWords({ separation: { inMean, outMean, separation } }: Evaluation): string {
  const means = `its mean probability is ${formatFigure(inMean)} in spans and ${formatFigure(outMean)} outside`;
  return separation < SLIGHT ? `It hardly tells bars apart: ${means}.` : `It tells bars apart: ${means}.`;
}
