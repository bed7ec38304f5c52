import type { DecodingConfig } from '../../domain/decoding.ts';
import type { AbsentFigure, CountdownScore, EvaluationDetails, PointerScore, RepeatAgreement, TypeScore } from '../../domain/evaluation.ts';
import type { TaskName } from '../../domain/train-config.ts';
import { judgeBaselines } from './baselines/baselines.ts';
import type { SampledFigure } from './bootstrap/interval.ts';
import type { Resamples } from './bootstrap/resamples.ts';
import { probabilityHistogram } from './curves/histogram.ts';
import { reliabilityBins } from './curves/reliability.ts';
import { precisionRecall, thresholdCurve } from './curves/threshold-curve.ts';
import { FigureSheet } from './figure-sheet.ts';
import { decodeAll, decodingOf, decodingsOf, judgeDecoders } from './judge-decoders.ts';
import type { JudgedPart } from './judged-part.ts';
import { rankBars, type RankedBars } from './ranks/rank-bars.ts';
import { RANKED_NAMES, rankedFigures, sampleRanked, type RankedFigures } from './ranks/ranked-figures.ts';
import type { JudgedMode, Reference } from './reference.ts';
import { countRepeats, repeatSums } from './repeat-agreement.ts';
import { enterSpans, orNull } from './span-score.ts';
import { barSums, perWindowSums } from './sums/bar-sums.ts';
import { brierSums } from './sums/brier-sums.ts';
import { countdownSums, pointerSums, typeSums, type JudgedHeads } from './sums/head-sums.ts';
import { separationSums } from './sums/separation-sums.ts';
import { countWindows, type WindowSums } from './sums/window-sums.ts';

/** What of a run's configuration decides how it is judged; of several together: what of all of theirs does. */
export interface JudgingRules {
  readonly mode: JudgedMode;
  readonly tasks: Readonly<Record<TaskName, boolean>>;
  /** Fixed with the run; null: it was not. */
  readonly decoding: DecodingConfig | null;
}

/** An evaluation, and every figure with its resamples, by which runs on the same windows are compared. */
export interface SampledEvaluation {
  readonly evaluation: EvaluationDetails;
  readonly figures: ReadonlyMap<string, SampledFigure>;
}

/** The figures of one part. `resamples`: of its windows. */
export function makeEvaluation(judged: JudgedPart, reference: Reference, rules: JudgingRules, resamples: Resamples): SampledEvaluation {
  const sheet = new FigureSheet(resamples);
  const { part, length, labels, target, probability } = judged;
  const bars = { length, probability, target };
  const decodings = decodingsOf(rules.mode, judged, reference, rules.decoding);
  const decoding = decodingOf(decodings, rules.decoding);
  const bar = {
    at05: sheet.addSums('bar.at05', barSums(bars, 0.5)),
    best: { ...sheet.addSums('bar.best', barSums(bars, reference.threshold)), threshold: reference.threshold },
    perWindow: { at05: sheet.addSums('bar.perWindow.at05', perWindowSums(bars, 0.5)), best: sheet.addSums('bar.perWindow.best', perWindowSums(bars, reference.threshold)) },
  };
  const separation = sheet.addSums('separation', separationSums(bars));
  const { brier } = sheet.addSums('', brierSums(bars));
  const ranked = rankBars(probability, target, resamples.groupOf);
  const ranks = enterRanks(sheet, ranked, resamples);
  const span = enterSpans(sheet, 'span', decodeAll(judged, decoding.config), labels);
  const { pointers, type, countdown, absent } = judgeHeads(sheet, judged, rules);
  const ci = sheet.intervals('');
  const decoders = judgeDecoders(sheet, judged, decodings);
  const baselines = judgeBaselines(sheet, judged, reference);
  const repeatAgreement = judgeRepeats(sheet, judged);
  const { by, groups, seed, resamples: count } = resamples;
  const evaluation: EvaluationDetails = {
    part,
    windows: labels.length,
    spans: labels.reduce((sum, spans) => sum + spans.length, 0),
    bar,
    separation,
    auprc: orNull(ranks.auprc),
    auc: orNull(ranks.auc),
    ece: ranks.ece,
    brier,
    decoding,
    span,
    pointers,
    type,
    countdown,
    decoders,
    baselines,
    repeatAgreement,
    absent: repeatAgreement === null ? { ...absent, repeatAgreement: 'No two of these windows overlap, so no bar was labelled twice.' } : absent,
    ci,
    resampling: { by, groups, resamples: count, seed },
    curves: {
      thresholds: thresholdCurve(ranked),
      precisionRecall: precisionRecall(ranked),
      reliability: reliabilityBins(ranks),
      histogram: probabilityHistogram(probability, target),
    },
  };
  return { evaluation, figures: sheet.all() };
}

function enterRanks(sheet: FigureSheet, ranked: RankedBars, resamples: Resamples): RankedFigures {
  const ranks = rankedFigures(ranked);
  const samples = sampleRanked(ranked, resamples);
  RANKED_NAMES.forEach((name, k) => sheet.add(name, { value: ranks[name], samples: samples[k] }));
  return ranks;
}

interface HeadFigures {
  readonly pointers: PointerScore | null;
  readonly type: TypeScore | null;
  readonly countdown: CountdownScore | null;
  readonly absent: Partial<Record<AbsentFigure, string>>;
}

const NOT_KEPT = 'These windows were predicted before Expanse kept what this head says: predict them again.';
const NOT_LEARNED = 'The run did not learn this.';
const NOT_ALL_LEARNED = 'Not all of those that are judged together learned this.';
const NO_SEQUENCE = 'Several together have a mean of probabilities, and no most likely sequence.';
const NO_WINDOW = 'None of these windows holds exactly one span, which is all that this head can describe.';
const NO_TYPE = 'None of these windows holds exactly one span of a known type.';

function judgeHeads(sheet: FigureSheet, { length, labels, heads }: JudgedPart, { mode, tasks }: JudgingRules): HeadFigures {
  const absent: Partial<Record<AbsentFigure, string>> = {};
  if (mode === 'together') absent.sequence = NO_SEQUENCE;
  else if (heads === null && mode !== 'soft') absent.sequence = NOT_KEPT;
  const notLearned = mode === 'together' ? NOT_ALL_LEARNED : NOT_LEARNED;
  const judge = <Name extends string>(task: 'pointers' | 'type' | 'countdown', sumsOf: (given: JudgedHeads) => WindowSums<Name>, none: string) => {
    const sums = heads === null || !tasks[task] ? null : sumsOf({ length, labels, heads });
    const windows = sums === null ? 0 : countWindows(sums);
    if (sums !== null && windows > 0) return { windows, ...sheet.addSums(task, sums) };
    absent[task] = !tasks[task] ? notLearned : heads === null ? NOT_KEPT : none;
    return null;
  };
  const pointers = judge('pointers', pointerSums, NO_WINDOW);
  const type = judge('type', typeSums, NO_TYPE);
  const countdown = judge('countdown', countdownSums, NO_WINDOW);
  return { pointers, type, countdown, absent };
}

function judgeRepeats(sheet: FigureSheet, judged: JudgedPart): RepeatAgreement | null {
  const sums = repeatSums(judged);
  const counts = countRepeats(sums);
  if (counts.pairs === 0) return null;
  return { ...counts, ...sheet.addSums('repeatAgreement', sums), ci: sheet.intervals('repeatAgreement.') };
}
