import type { EvaluationCurves } from '../../shared/domain/evaluation.ts';
import type { CurveLine, Point } from '../ui/CurveChart.tsx';

/** Of a run, or of a contender of a comparison. */
interface Drawn {
  readonly curves: EvaluationCurves;
}

export function thresholdLines({ curves: { thresholds } }: Drawn): readonly CurveLine[] {
  const line = (name: string, of: 'precision' | 'recall' | 'f1', colour: string, isDashed = false): CurveLine => ({
    name,
    colour,
    isDashed,
    // Where no bar is marked there is no precision to draw.
    points: thresholds.filter(({ recall, precision }) => of === 'recall' || recall + precision > 0).map((score): Point => [score.threshold, score[of]]),
  });
  return [line('F1', 'f1', '--accent'), line('precision', 'precision', '--second', true), line('recall', 'recall', '--good', true)];
}

/** With what one gets by marking bars at random: as many right as there are labelled ones. */
export function precisionRecallLines({ curves: { precisionRecall, histogram } }: Drawn): readonly CurveLine[] {
  const [labelled, others] = [histogram.inside, histogram.outside].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const chance = labelled + others === 0 ? 0 : labelled / (labelled + others);
  return [
    { name: 'the run', colour: '--accent', points: precisionRecall.map(({ recall, precision }): Point => [recall, precision]) },
    { name: 'chance', colour: '--ink-3', isDashed: true, points: [[0, chance], [1, chance]] },
  ];
}

export function reliabilityLines({ curves: { reliability } }: Drawn): readonly CurveLine[] {
  return [
    { name: 'labelled share of a bin', colour: '--accent', hasDots: true, points: reliability.map(({ probability, labelled }): Point => [probability, labelled]) },
    { name: 'perfect', colour: '--ink-3', isDashed: true, points: [[0, 0], [1, 1]] },
  ];
}

/** Share of the labelled bars, and of all others, in each bin. */
export function histogramLines({ curves: { histogram } }: Drawn): readonly CurveLine[] {
  return [
    { name: 'in spans', colour: '--label', isFilled: true, points: steps(histogram.inside) },
    { name: 'outside', colour: '--second', isFilled: true, points: steps(histogram.outside) },
  ];
}

/** A little above the highest bin, in tenths. */
export function histogramTop(evaluation: Drawn): number {
  const highest = histogramLines(evaluation).flatMap(({ points }) => points.map(([, share]) => share));
  return Math.max(0.1, Math.ceil(Math.max(...highest) * 10) / 10);
}

/** Both upper corners of every bin. */
function steps(counts: readonly number[]): readonly Point[] {
  const all = Math.max(1, counts.reduce((sum, count) => sum + count, 0));
  return counts.flatMap((count, bin): Point[] => [
    [bin / counts.length, count / all],
    [(bin + 1) / counts.length, count / all],
  ]);
}
