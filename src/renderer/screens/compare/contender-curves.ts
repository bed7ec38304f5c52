import type { Contender } from '../../../shared/domain/comparison.ts';
import type { EvaluationCurves } from '../../../shared/domain/evaluation.ts';
import { precisionRecallLines, reliabilityLines, thresholdLines } from '../../training/evaluation-lines.ts';
import type { CurveLine } from '../../ui/CurveChart.tsx';
import { contenderLook } from './contender-looks.ts';

type Curved = Pick<Contender, 'curves'>;

/** Of each contender the line that its own charts show, looking as the contender does. */
function overlaid(contenders: readonly Curved[], lineOf: (contender: { readonly curves: EvaluationCurves }) => CurveLine): readonly CurveLine[] {
  return contenders.map((contender, place) => {
    const { letter, colour, isDashed } = contenderLook(place);
    return { ...lineOf(contender), name: letter, colour, isDashed };
  });
}

export function overThresholds(contenders: readonly Curved[], figure: 'F1' | 'precision' | 'recall'): readonly CurveLine[] {
  return overlaid(contenders, (contender) => thresholdLines(contender).find(({ name }) => name === figure)!);
}

/** With chance, which is the same for all: they are judged on the same bars. */
export function overRecall(contenders: readonly Curved[]): readonly CurveLine[] {
  const [, chance] = precisionRecallLines(contenders[0]);
  return [...overlaid(contenders, (contender) => precisionRecallLines(contender)[0]), { ...chance, isDashed: false }];
}

export function reliabilities(contenders: readonly Curved[]): readonly CurveLine[] {
  const [, perfect] = reliabilityLines(contenders[0]);
  return [...overlaid(contenders, (contender) => reliabilityLines(contender)[0]), { ...perfect, isDashed: false }];
}
