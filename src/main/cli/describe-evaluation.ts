import { describeDecoding } from '../../shared/domain/describe-decoding.ts';
import type { BarScore, Baseline, BaselineName, DecoderScore, Evaluation, Interval, Intervals, PairedDifference, SpanScore } from '../../shared/domain/evaluation.ts';

/** The figures of a run as a person reads them in a terminal, intervals beside them. */
export function describeEvaluation(evaluation: Evaluation): string {
  const { part, windows, spans, resampling, absent } = evaluation;
  const groups = resampling.by === 'day' ? `${resampling.groups} trading days` : `${resampling.groups} windows`;
  return [
    `${part}: ${windows} windows, ${spans} spans; 95 % intervals by ${resampling.resamples} resamples of ${groups}`,
    ...barLines(evaluation),
    ...spanLines(evaluation),
    ...headLines(evaluation),
    'decoders',
    ...evaluation.decoders.map(decoderLine),
    'without learning',
    ...evaluation.baselines.map(baselineLine),
    ...repeatLines(evaluation),
    ...Object.entries(absent).map(([name, reason]) => `no ${NAMES[name] ?? name}: ${reason}`),
  ].join('\n');
}

const NAMES: Readonly<Record<string, string>> = { repeatAgreement: 'repeat agreement' };

function barLines({ bar, separation, auprc, auc, ece, brier, ci }: Evaluation): string[] {
  return [
    `  bars at 0.5: ${describeScore(bar.at05, ci, 'bar.at05.')}`,
    `  bars at ${bar.best.threshold.toFixed(3)}, chosen on validation: ${describeScore(bar.best, ci, 'bar.best.')}`,
    `  mean F1 of windows at 0.5 ${figure(bar.perWindow.at05.f1, ci['bar.perWindow.at05.f1'])}`,
    `  area under precision and recall ${figure(auprc, ci['auprc'])}, under ROC ${figure(auc, ci['auc'])}`,
    `  probability in spans ${figure(separation.inMean, ci['separation.inMean'])}, outside ${figure(separation.outMean, ci['separation.outMean'])}`,
    `  calibration error ${figure(ece, ci['ece'])}, Brier score ${figure(brier, ci['brier'])}`,
  ];
}

function spanLines({ decoding, span, ci }: Evaluation): string[] {
  const how = decoding.choice === 'fixed' ? 'fixed beforehand' : 'chosen on validation';
  return [
    `  spans by ${describeDecoding(decoding.config)}, ${how}: ${span.decoded} decoded`,
    `    F1 at IoU 0.3 ${figure(span.f1Iou30, ci['span.f1Iou30'])}, 0.5 ${figure(span.f1Iou50, ci['span.f1Iou50'])}, 0.7 ${figure(span.f1Iou70, ci['span.f1Iou70'])}`,
    `    both edges within 1 bar ${figure(span.hit1, ci['span.hit1'])}, 3 bars ${figure(span.hit3, ci['span.hit3'])}`,
    `    start ${figure(span.startError, ci['span.startError'])} bars, end ${figure(span.endError, ci['span.endError'])} bars, over ${span.matched} matched`,
  ];
}

function headLines({ pointers, type, countdown, ci }: Evaluation): string[] {
  return [
    ...(pointers === null ? [] : [`  centre off by ${figure(pointers.centreAbsolute, ci['pointers.centreAbsolute'])} bars, length by ${figure(pointers.lengthAbsolute, ci['pointers.lengthAbsolute'])}, over ${pointers.windows} windows`]),
    ...(type === null ? [] : [`  type accuracy ${figure(type.accuracy, ci['type.accuracy'])}, macro F1 ${figure(type.macroF1, ci['type.macroF1'])}, over ${type.windows} windows`]),
    ...(countdown === null ? [] : [`  countdown off by ${figure(countdown.absolute, ci['countdown.absolute'])} bars, over ${countdown.windows} windows`]),
  ];
}

function decoderLine({ config, choice, bar, span, ci }: DecoderScore): string {
  return `  ${describeDecoding(config)}, ${choice === 'fixed' ? 'fixed' : 'chosen on validation'}: ${describeBoth(bar, span, ci)}`;
}

const BASELINES: Readonly<Record<BaselineName, string>> = {
  positionPrior: 'position alone, no bar looked at',
  allPositive: 'every bar',
  displacement: 'six bars that move by many average true ranges',
};

function baselineLine({ name, bar, span, ci, gain }: Baseline): string {
  return `  ${BASELINES[name]}: ${describeBoth(bar, span, ci)}; the run ${describeGain(gain.bar)} in bar F1, ${describeGain(gain.span)} in span F1`;
}

function describeGain(gain: PairedDifference | null): string {
  if (gain === null) return 'cannot be compared';
  const { difference, interval, verdict } = gain;
  const amount = `${difference > 0 ? '+' : ''}${figure(difference, interval)}`;
  return verdict === 'noDifference' ? `shows no difference (${amount})` : `is ${verdict} (${amount})`;
}

function repeatLines({ repeatAgreement }: Evaluation): string[] {
  if (repeatAgreement === null) return [];
  const { pairs, barF1, spanF1, ci } = repeatAgreement;
  return [`  the labels themselves, where ${pairs} pairs of windows overlap: bar F1 ${figure(barF1, ci['barF1'])}, span F1 ${figure(spanF1, ci['spanF1'])}`];
}

const describeBoth = (bar: BarScore, span: SpanScore, ci: Intervals): string => `bar F1 ${figure(bar.f1, ci['bar.f1'])}, span F1 at IoU 0.5 ${figure(span.f1Iou50, ci['span.f1Iou50'])}`;

const describeScore = ({ precision, recall, f1 }: BarScore, ci: Intervals, path: string): string =>
  `precision ${figure(precision, ci[`${path}precision`])}, recall ${figure(recall, ci[`${path}recall`])}, F1 ${figure(f1, ci[`${path}f1`])}`;

function figure(value: number | null, interval: Interval | undefined): string {
  if (value === null) return 'unknown';
  return interval === undefined ? value.toFixed(3) : `${value.toFixed(3)} [${interval[0].toFixed(3)}, ${interval[1].toFixed(3)}]`;
}
