import type { DecoderName, DecodingConfig } from '../../../domain/decoding.ts';
import { joinFloats } from '../../../domain/join-floats.ts';
import type { LabelledSpan } from '../labelled-span.ts';
import { matchSpans, reachesIou, type Segment } from '../match-spans.ts';
import { decodingCandidates, SHAPES } from './decoding-candidates.ts';
import { judgedProbability, rawSpans, withScores, type DecodableWindow } from './decode-spans.ts';
import { shapeSpans } from './shape-spans.ts';

/** Windows that a decoding is chosen on: those that validate. */
export interface TuningWindows {
  readonly windows: readonly DecodableWindow[];
  readonly labels: readonly (readonly LabelledSpan[])[];
  /** [N,T] */
  readonly target: Uint8Array;
}

/** More windows than these hardly move the choice, and would make the person wait. */
const MOST_WINDOWS = 600;

/**
 * The configuration of a decoder with the highest span F1 at IoU 0.5 on the windows, its span shape included; of equal ones the
 * plainest. Of very many windows it looks at some, evenly spaced. null: no window holds a label to choose by, or the
 * decoder needs probabilities that differ.
 */
export function chooseDecoding(decoder: DecoderName, all: TuningWindows): DecodingConfig | null {
  const { windows, labels, target } = thinned(all);
  if (labels.every((spans) => spans.length === 0)) return null;
  const probability = joinFloats(windows.map((window) => judgedProbability({ decoder }, window)));
  let best: { readonly config: DecodingConfig; readonly f1: number } | null = null;
  for (const base of decodingCandidates(decoder, probability, target)) {
    const raw = windows.map((window) => rawSpans(base, window));
    for (const shape of SHAPES) {
      const f1 = spanF1(raw.map((spans, n) => withScores(shapeSpans(spans, shape), judgedProbability(base, windows[n]))), labels);
      if (best === null || f1 > best.f1) best = { config: { ...base, ...shape }, f1 };
    }
  }
  return best?.config ?? null;
}

function thinned(all: TuningWindows): TuningWindows {
  const step = Math.ceil(all.windows.length / MOST_WINDOWS);
  if (step <= 1) return all;
  const length = all.windows[0].probability.length;
  const kept = all.windows.map((_, n) => n).filter((n) => n % step === 0);
  const target = new Uint8Array(kept.length * length);
  kept.forEach((n, k) => target.set(all.target.subarray(n * length, (n + 1) * length), k * length));
  return { windows: kept.map((n) => all.windows[n]), labels: kept.map((n) => all.labels[n]), target };
}

/** At IoU 0.5 over all windows. */
function spanF1(decoded: readonly (readonly (Segment & { readonly score: number })[])[], labels: readonly (readonly Segment[])[]): number {
  let [pairs, spans] = [0, 0];
  decoded.forEach((own, n) => {
    spans += own.length + labels[n].length;
    pairs += matchSpans(own, labels[n], reachesIou(0.5)).length;
  });
  return spans === 0 ? 0 : (2 * pairs) / spans;
}
