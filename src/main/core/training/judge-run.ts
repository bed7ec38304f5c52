import { viewBars } from '../../../shared/domain/bar.ts';
import type { Evaluation, EvaluationDetails } from '../../../shared/domain/evaluation.ts';
import type { SeriesId } from '../../../shared/domain/ids.ts';
import { joinFloats } from '../../../shared/domain/join-floats.ts';
import type { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { SplitPart } from '../../../shared/domain/window.ts';
import type { WindowHeads } from '../../../shared/domain/window-heads.ts';
import { drawResamples, type Resamples } from '../../../shared/engine/evaluation/bootstrap/resamples.ts';
import type { JudgedPart, WindowPlace } from '../../../shared/engine/evaluation/judged-part.ts';
import { makeEvaluation, type JudgingRules, type SampledEvaluation } from '../../../shared/engine/evaluation/make-evaluation.ts';
import { makeReference, type Reference } from '../../../shared/engine/evaluation/reference.ts';
import { stretchDisplacement } from '../../../shared/engine/features/stretch-displacement.ts';
import { randomUniform, streamKey } from '../../../shared/engine/model/counter-random.ts';
import { binaryMask } from '../../../shared/engine/training/targets.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';
import type { WindowPrediction } from '../../store/queries/window-predictions.ts';
import { lengthOf, ofPart } from './tensors.ts';
import { tradingDay } from './trading-day.ts';

/** What judges a run: its windows as they were when it began, all of one length, with the part and the prediction of each. */
export interface RunToJudge {
  readonly config: Pick<TrainConfig, 'mode' | 'tasks' | 'decoding'>;
  readonly windows: readonly Pick<SnapshotWindow, 'bars' | 'warmUp' | 'spans' | 'seriesId' | 'fromIndex'>[];
  readonly parts: readonly SplitPart[];
  readonly predictions: readonly Pick<WindowPrediction, 'probability' | 'heads'>[];
  /** IANA zone in which a series' days are counted. */
  zoneOf(series: SeriesId): string;
}

/** One for all evaluations, so that runs on the same windows have the same resamples. */
const RESAMPLING_SEED = 1;
// Apart from every stream that a training or a split draws from.
const RESAMPLING_STREAM = 0xb007;

/** What the project keeps of an evaluation; curves are drawn when somebody looks. */
export function withoutCurves({ curves: _curves, ...figures }: EvaluationDetails): Evaluation {
  return figures;
}

/** null where no window belongs to the part. */
export function judgeRun(run: RunToJudge, part: SplitPart): SampledEvaluation | null {
  const judged = gatherPart(run, part);
  if (judged.target.length === 0) return null;
  return makeEvaluation(judged, referenceOf(run, judged), rulesOf(run.config), resamplesOf(judged.places));
}

export function rulesOf({ mode, tasks, decoding }: RunToJudge['config']): JudgingRules {
  return { mode, tasks, decoding: decoding ?? null };
}

/** judged: one of the run's parts. */
function referenceOf(run: RunToJudge, judged: JudgedPart): Reference {
  const other = (part: SplitPart): JudgedPart => (part === judged.part ? judged : gatherPart(run, part));
  return makeReference(run.config.mode, other('train'), other('val'));
}

export function resamplesOf(places: readonly WindowPlace[]): Resamples {
  const key = streamKey(RESAMPLING_SEED, RESAMPLING_STREAM);
  return drawResamples(places.map(({ day }) => day), RESAMPLING_SEED, (i) => randomUniform(key, i));
}

/** The windows of a part; none where no window belongs to it. */
export function gatherPart({ windows, parts, predictions, zoneOf }: RunToJudge, part: SplitPart): JudgedPart {
  const length = lengthOf(windows[0]);
  const own = ofPart(windows, parts, part);
  const predicted = ofPart(predictions, parts, part);
  const target = new Uint8Array(own.length * length);
  const displacement = new Float32Array(own.length * length);
  const probability = new Float32Array(own.length * length);
  own.forEach(({ bars, warmUp, spans }, n) => {
    target.set(binaryMask(spans, length), n * length);
    displacement.set(stretchDisplacement(bars, warmUp), n * length);
    probability.set(predicted[n].probability, n * length);
  });
  const places = own.map(({ seriesId, fromIndex, bars, warmUp }) => ({
    series: seriesId,
    fromIndex,
    day: tradingDay(viewBars(bars, warmUp, warmUp + 1).time[0], zoneOf(seriesId)),
  }));
  return { part, length, labels: own.map(({ spans }) => spans), target, probability, heads: joinHeads(predicted.map(({ heads }) => heads)), displacement, places };
}

/** null where a window's heads are not known, or there is no window. */
function joinHeads(heads: readonly (WindowHeads | null)[]): WindowHeads | null {
  const known = heads.filter((each) => each !== null);
  if (known.length < heads.length || known.length === 0) return null;
  const sequences = known.map(({ sequence }) => sequence).filter((each) => each !== null);
  return {
    type: joinFloats(known.map(({ type }) => type)),
    pointers: joinFloats(known.map(({ pointers }) => pointers)),
    countdown: joinFloats(known.map(({ countdown }) => countdown)),
    sequence:
      sequences.length < known.length
        ? null
        : { tags: Uint8Array.from(sequences.flatMap(({ tags }) => [...tags])), posterior: joinFloats(sequences.map(({ posterior }) => posterior)) },
  };
}
