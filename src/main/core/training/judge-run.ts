import type { Evaluation } from '../../../shared/domain/run.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import { makeEvaluation, makeReference, type JudgedPart } from '../../../shared/engine/evaluation/make-evaluation.ts';
import { binaryMask } from '../../../shared/engine/training/targets.ts';
import type { WindowData } from '../../../shared/engine/training/window-data.ts';
import { lengthOf, ofPart } from './tensors.ts';

/** The windows of a run with the part and the probabilities of each, [T]. */
export interface JudgedRun {
  readonly windows: readonly WindowData[];
  readonly parts: readonly SplitPart[];
  readonly probabilities: readonly Float32Array[];
}

/** null where no window belongs to the part. */
export function judgeRun(run: JudgedRun, part: SplitPart): Evaluation | null {
  const judged = gather(run, part);
  if (judged.target.length === 0) return null;
  return makeEvaluation(judged, makeReference(gather(run, 'train'), gather(run, 'val')));
}

function gather({ windows, parts, probabilities }: JudgedRun, part: SplitPart): JudgedPart {
  const length = lengthOf(windows[0]);
  const own = ofPart(windows, parts, part);
  const probability = new Float32Array(own.length * length);
  const target = new Uint8Array(own.length * length);
  ofPart(probabilities, parts, part).forEach((values, n) => probability.set(values, n * length));
  own.forEach(({ spans }, n) => target.set(binaryMask(spans, length), n * length));
  return { part, length, spans: own.reduce((sum, { spans }) => sum + spans.length, 0), probability, target };
}
