import type { Evaluation } from '../../../shared/domain/evaluation.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { makeEvaluation, makeReference, type JudgedPart } from '../../../shared/engine/evaluation/make-evaluation.ts';
import { binaryMask } from '../../../shared/engine/training/targets.ts';
import type { WindowData } from '../../../shared/engine/training/window-data.ts';
import { ofPart } from './tensors.ts';

/** The windows of a run, all of `length` bars, with the labels, the part and the probabilities ([T]) of each. */
export interface JudgedRun {
  readonly length: number;
  readonly labels: readonly Pick<WindowData, 'spans'>[];
  readonly parts: readonly SplitPart[];
  readonly probabilities: readonly Float32Array[];
}

/** null where no window belongs to the part. */
export function judgeRun(run: JudgedRun, part: SplitPart): Evaluation | null {
  const judged = gather(run, part);
  if (judged.target.length === 0) return null;
  return makeEvaluation(judged, makeReference(gather(run, 'train'), gather(run, 'val')));
}

function gather({ length, labels, parts, probabilities }: JudgedRun, part: SplitPart): JudgedPart {
  const own = ofPart(labels, parts, part);
  const probability = new Float32Array(own.length * length);
  const target = new Uint8Array(own.length * length);
  ofPart(probabilities, parts, part).forEach((values, n) => probability.set(values, n * length));
  own.forEach(({ spans }, n) => target.set(binaryMask(spans, length), n * length));
  return { part, length, spans: own.reduce((sum, { spans }) => sum + spans.length, 0), probability, target };
}
