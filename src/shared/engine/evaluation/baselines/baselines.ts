import type { Baseline, SpanScore } from '../../../domain/evaluation.ts';
import { PLAIN_SHAPE } from '../../../domain/decoding.ts';
import { pairedDifference } from '../bootstrap/interval.ts';
import { decodeSpans } from '../decoding/decode-spans.ts';
import type { FigureSheet } from '../figure-sheet.ts';
import type { JudgedPart } from '../judged-part.ts';
import { repeatPrior } from '../position-prior.ts';
import type { Reference } from '../reference.ts';
import { barSums } from '../sums/bar-sums.ts';
import { enterSpans } from '../span-score.ts';

interface Predictor extends Pick<Baseline, 'name' | 'threshold' | 'chosenOn'> {
  /** [N,T], told to lie in a span from the threshold on. */
  readonly score: Float32Array;
}

/** Enters the baselines' figures as `baselines.<name>...`; those of the run are entered already. */
export function judgeBaselines(sheet: FigureSheet, judged: JudgedPart, reference: Reference): readonly Baseline[] {
  return predictors(judged, reference).map((predictor) => judge(sheet, judged, predictor));
}

function predictors({ target, length, displacement }: JudgedPart, { prior, priorThreshold, displacementThreshold }: Reference): readonly Predictor[] {
  return [
    { name: 'positionPrior', threshold: priorThreshold, chosenOn: 'val', score: repeatPrior(prior, target.length / length) },
    { name: 'allPositive', threshold: null, chosenOn: null, score: new Float32Array(target.length).fill(1) },
    { name: 'displacement', threshold: displacementThreshold, chosenOn: 'train', score: displacement },
  ];
}

function judge(sheet: FigureSheet, { length, labels, target }: JudgedPart, { name, threshold, chosenOn, score }: Predictor): Baseline {
  const path = `baselines.${name}`;
  const least = threshold ?? 1;
  const bar = sheet.addSums(`${path}.bar`, barSums({ length, probability: score, target }, least));
  const decoded = labels.map((_, n) =>
    decodeSpans({ decoder: 'threshold', threshold: least, ...PLAIN_SHAPE }, { probability: score.subarray(n * length, (n + 1) * length), sequence: null }),
  );
  const span: SpanScore = enterSpans(sheet, `${path}.span`, decoded, labels);
  const gain = {
    bar: pairedDifference(sheet.figure('bar.best.f1'), sheet.figure(`${path}.bar.f1`)),
    span: pairedDifference(sheet.figure('span.f1Iou50'), sheet.figure(`${path}.span.f1Iou50`)),
  };
  return { name, threshold, chosenOn, bar, span, ci: sheet.intervals(`${path}.`), gain };
}
