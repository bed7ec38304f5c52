import fc from 'fast-check';
import { runId, seriesId, spanId, verdictId, windowId } from '../../../src/shared/domain/ids.ts';
import type { Direction, Span } from '../../../src/shared/domain/span.ts';
import { timeMs } from '../../../src/shared/domain/time.ts';
import type { Verdict } from '../../../src/shared/domain/verdict.ts';
import { makeEntry } from '../../../src/shared/review/make-entry.ts';
import type { ReviewEntry } from '../../../src/shared/review/review-entry.ts';
import { typeWindow, type ReviewLabel, type ReviewPrediction, type WindowToType } from '../../../src/shared/review/type-window.ts';

export const BARS = 40;
export const MINUTE = 60_000;
/** Opening times of the bars of window 3, which begins at bar 100 of its series. */
export const TIME = Float64Array.from({ length: BARS }, (_, t) => (100 + t) * MINUTE);
export const at = (bar: number) => timeMs((100 + bar) * MINUTE);

export const prediction = (start: number, end: number, score = 0.5, direction: Direction | null = 'up'): ReviewPrediction => ({ start, end, score, direction });

export const label = (start: number, end: number, changes: Partial<ReviewLabel> = {}): ReviewLabel => ({
  id: spanId(`l${start}-${end}`),
  start,
  end,
  startUncertainty: 0,
  endUncertainty: 0,
  direction: 'up',
  ...changes,
});

export function windowOf(predictions: readonly ReviewPrediction[], labels: readonly ReviewLabel[], tolerance = 0): WindowToType {
  const probability = new Float32Array(BARS);
  for (const { start, end, score } of predictions) probability.fill(score, start, end + 1);
  return { predictions, labels, probability, tolerance };
}

/** The entries of window 3, not judged. */
export const entriesOf = (predictions: readonly ReviewPrediction[], labels: readonly ReviewLabel[], time = TIME): readonly ReviewEntry[] =>
  typeWindow(windowOf(predictions, labels)).map((finding) =>
    makeEntry(finding, { windowId: windowId(3), seriesId: seriesId(1), windowState: 'reviewed', part: 'val', time }),
  );

/** The label as the project stores it. */
export const storedLabel = ({ id, start, end }: ReviewLabel, changes: Partial<Span> = {}): Span => ({
  id,
  seriesId: seriesId(1),
  windowId: windowId(3),
  startTime: at(start),
  endTime: at(end),
  confidence: 0.6,
  startUncertainty: 0,
  endUncertainty: 0,
  type: 'retracement',
  direction: null,
  note: 'mine',
  author: 'ann',
  source: 'person',
  score: null,
  createdAt: timeMs(1),
  updatedAt: timeMs(1),
  ...changes,
});

/** A verdict that changed no label. */
export const rejection = (entry: ReviewEntry, changes: Partial<Verdict> = {}): Verdict => ({
  id: verdictId('v'),
  seriesId: entry.seriesId,
  windowId: entry.windowId,
  runId: runId(1),
  types: entry.types.filter((type) => type !== 'agreed'),
  decision: 'rejected',
  confidence: entry.confidence,
  predictions: entry.predictions,
  labels: entry.labels,
  author: 'ann',
  decidedAt: timeMs(2),
  ...changes,
});

const direction: fc.Arbitrary<Direction | null> = fc.constantFrom('up', 'up', 'down', null);

/** Spans one after the other, as decoders give them. */
export const somePredictions: fc.Arbitrary<readonly ReviewPrediction[]> = fc
  .array(fc.record({ gap: fc.nat(6), length: fc.integer({ min: 1, max: 12 }), score: fc.integer({ min: 1, max: 4 }), direction }), { maxLength: 6 })
  .map((parts) => {
    let next = 0;
    const spans = parts.map(({ gap, length, score, direction: way }) => {
      const start = next + gap;
      next = start + length + 1;
      return prediction(start, start + length - 1, score / 4, way);
    });
    return spans.filter(({ end }) => end < BARS);
  });

/** Labels may overlap. */
export const someLabels: fc.Arbitrary<readonly ReviewLabel[]> = fc
  .array(fc.record({ start: fc.nat(BARS - 1), length: fc.integer({ min: 1, max: 12 }), uncertainty: fc.constantFrom(0, 0, 2), direction }), { maxLength: 5 })
  .map((parts) => parts.map(({ start, length, uncertainty, direction: way }, n) => label(start, Math.min(BARS - 1, start + length - 1), { id: spanId(`l${n}`), startUncertainty: uncertainty, direction: way })));
