import type { EvaluationDetails } from '../../../../src/shared/domain/evaluation.ts';
import type { SpanMode } from '../../../../src/shared/domain/train-config.ts';
import type { SplitPart } from '../../../../src/shared/domain/window.ts';
import { drawResamples } from '../../../../src/shared/engine/evaluation/bootstrap/resamples.ts';
import type { JudgedPart } from '../../../../src/shared/engine/evaluation/judged-part.ts';
import { makeEvaluation, type JudgingRules, type SampledEvaluation } from '../../../../src/shared/engine/evaluation/make-evaluation.ts';
import { makeReference } from '../../../../src/shared/engine/evaluation/reference.ts';
import { randomUniform, streamKey } from '../../../../src/shared/engine/model/counter-random.ts';

export const uniformOf = (seed: number) => (i: number): number => randomUniform(streamKey(seed, 7), i);

interface PartWishes {
  readonly part?: SplitPart;
  readonly windows?: number;
  readonly days?: number;
  readonly seed?: number;
  readonly mode?: SpanMode;
  /** How much the model knows, from 0 to 1. */
  readonly skill?: number;
}

const LENGTH = 30;

/** Windows of 30 bars with one span each of 4 to 8 bars, and a model that knows something of them. Windows begin every 10 bars. */
export function makeJudgedPart({ part = 'val', windows = 24, days = 6, seed = 1, mode = 'soft', skill = 0.7 }: PartWishes = {}): JudgedPart {
  const random = uniformOf(seed);
  let at = 0;
  const next = (): number => random(at++);
  const target = new Uint8Array(windows * LENGTH);
  const labels = Array.from({ length: windows }, (_, n) => {
    const start = 2 + Math.floor(next() * 18);
    const end = start + 3 + Math.floor(next() * 5);
    target.fill(1, n * LENGTH + start, n * LENGTH + end + 1);
    return [{ start, end, type: next() < 0.5 ? ('consolidation' as const) : ('retracement' as const) }];
  });
  const probability = Float32Array.from(target, (label) => Math.max(0, Math.min(1, skill * label + (1 - skill) * next())));
  const heads = {
    type: Float32Array.from({ length: windows * 3 }, next),
    pointers: Float32Array.from({ length: windows * 2 }, next),
    countdown: Float32Array.from({ length: windows * LENGTH }, () => 40 * next() - 20),
    sequence: mode === 'soft' ? null : { tags: Uint8Array.from(probability, (value) => (value > 0.5 ? 1 : 0)), posterior: probability },
  };
  const places = labels.map((_, n) => ({ series: 1, fromIndex: 10 * n, day: `day ${Math.floor((n * days) / windows)}` }));
  return { part, length: LENGTH, labels, target, probability, heads, displacement: Float32Array.from(target, (label) => 2 * label + 2 * next()), places };
}

const ALL_TASKS = { pointers: true, type: true, span: true, countdown: true };

/** Thresholds from `val`, which may be the judged part itself. */
export function judge(judged: JudgedPart, val: JudgedPart = judged, rules: Partial<JudgingRules> = {}): SampledEvaluation {
  const mode = rules.mode ?? 'soft';
  const resamples = drawResamples(judged.places.map(({ day }) => day), 1, uniformOf(99), 200);
  return makeEvaluation(judged, makeReference(mode, makeJudgedPart({ part: 'train', seed: 5, windows: 12 }), val), { mode, tasks: ALL_TASKS, decoding: null, ...rules }, resamples);
}

/** An evaluation with some figures of one's own. */
export function withFigures(f1: number, prior: number, changes: Partial<EvaluationDetails> = {}): EvaluationDetails {
  const { evaluation } = judge(makeJudgedPart());
  return {
    ...evaluation,
    bar: { ...evaluation.bar, best: { ...evaluation.bar.best, f1 } },
    baselines: evaluation.baselines.map((baseline) => (baseline.name === 'positionPrior' ? { ...baseline, bar: { ...baseline.bar, f1: prior } } : baseline)),
    ...changes,
  };
}
