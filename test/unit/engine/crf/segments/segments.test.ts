import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSegmentation } from '../../../../../src/shared/engine/crf/segments/best-segmentation.ts';
import { segmentGradient } from '../../../../../src/shared/engine/crf/segments/segment-gradient.ts';
import { logPosterior } from '../../../../../src/shared/engine/crf/segments/log-posterior.ts';
import { scaledPosterior } from '../../../../../src/shared/engine/crf/segments/scaled-posterior.ts';
import { segmentPosterior } from '../../../../../src/shared/engine/crf/segments/segment-posterior.ts';
import { barsOf, SEGMENT_EMISSIONS, segmentationScore, type Segment, type SegmentSequence } from '../../../../../src/shared/engine/crf/segments/segment-scores.ts';
import { longestRun, segmentsOfTags } from '../../../../../src/shared/engine/crf/segments/segments-of-tags.ts';

const anySequence = (limit: number): fc.Arbitrary<SegmentSequence> =>
  fc.record({ bars: fc.integer({ min: 1, max: 8 }), longest: fc.integer({ min: 1, max: 9 }), states: fc.integer({ min: 1, max: 4 }) }).chain(({ bars, longest, states }) => {
    const scores = (count: number) => fc.array(fc.double({ min: -limit, max: limit, noNaN: true }), { minLength: count, maxLength: count });
    return fc.record({ emissions: scores(bars * SEGMENT_EMISSIONS), durations: scores(longest), counts: scores(states) });
  });

/** Every set of spans that share no bar, from bar `from` on. */
function allSegmentations(bars: number, longest: number, from = 0): Segment[][] {
  if (from >= bars) return [[]];
  const found = allSegmentations(bars, longest, from + 1);
  for (let end = from; end < Math.min(bars, from + longest); end++) {
    for (const rest of allSegmentations(bars, longest, end + 1)) found.push([{ start: from, end }, ...rest]);
  }
  return found;
}

function enumerate(sequence: SegmentSequence) {
  const bars = barsOf(sequence);
  const all = allSegmentations(bars, sequence.durations.length);
  const weights = all.map((segments) => Math.exp(segmentationScore(sequence, segments)));
  const z = weights.reduce((sum, weight) => sum + weight, 0);
  const expected = { inside: new Float64Array(bars), first: new Float64Array(bars), last: new Float64Array(bars), durations: new Float64Array(sequence.durations.length), counts: new Float64Array(sequence.counts.length) };
  all.forEach((segments, n) => {
    expected.counts[Math.min(segments.length, expected.counts.length - 1)]! += weights[n]! / z;
    for (const { start, end } of segments) {
      for (let t = start; t <= end; t++) expected.inside[t]! += weights[n]! / z;
      expected.first[start]! += weights[n]! / z;
      expected.last[end]! += weights[n]! / z;
      expected.durations[end - start]! += weights[n]! / z;
    }
  });
  return { logZ: Math.log(z), ...expected, best: Math.max(...all.map((segments) => segmentationScore(sequence, segments))) };
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThanOrEqual(tolerance);
}

describe('the semi-Markov field against every segmentation', () => {
  it('has the same partition and posterior', () => {
    fc.assert(
      fc.property(anySequence(4), (sequence) => {
        const expected = enumerate(sequence);
        for (const actual of [logPosterior(sequence), scaledPosterior(sequence)!]) {
          expectClose([actual.logZ], [expected.logZ], 1e-10);
          for (const part of ['inside', 'first', 'last', 'durations', 'counts'] as const) expectClose(actual[part], expected[part], 1e-9);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('finds a segmentation that no other one outscores', () => {
    fc.assert(
      fc.property(anySequence(4), (sequence) => {
        const found = bestSegmentation(sequence);
        expect(segmentationScore(sequence, found)).toBeCloseTo(enumerate(sequence).best, 10);
        found.forEach(({ start, end }, n) => {
          expect(end - start).toBeLessThan(sequence.durations.length);
          expect(start).toBeGreaterThan(n === 0 ? -1 : found[n - 1]!.end);
        });
      }),
      { numRuns: 80 },
    );
  });

  it('has a gradient that finite differences confirm', () => {
    fc.assert(
      fc.property(anySequence(3), fc.nat(), (sequence, which) => {
        const all = allSegmentations(barsOf(sequence), sequence.durations.length);
        const segments = all[which % all.length]!;
        const { gradient } = segmentGradient(sequence, segments);
        for (const part of ['emissions', 'durations', 'counts'] as const) {
          const slopes = sequence[part].length;
          for (let i = 0; i < slopes; i++) {
            const moved = (step: number): number => {
              const values = Array.from(sequence[part]);
              values[i]! += step;
              return segmentGradient({ ...sequence, [part]: values }, segments).nll;
            };
            expect(gradient[part][i]!).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 6);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('stays finite where scores are extreme', () => {
    const emissions = Array.from({ length: 105 * SEGMENT_EMISSIONS }, (_, i) => (i % 7 < 3 ? 50 : -50));
    const sequence = { emissions, durations: new Float64Array(20), counts: [-3, 0, -2] };
    expect(scaledPosterior(sequence)).toBeNull();
    const { logZ, inside } = segmentPosterior(sequence);
    expect(Number.isFinite(logZ)).toBe(true);
    expect(inside.every((probability) => probability >= 0 && probability <= 1)).toBe(true);
  });

  it('has the same posterior by products and by logarithms over a whole window', () => {
    const emissions = Array.from({ length: 105 * SEGMENT_EMISSIONS }, (_, i) => 2 * Math.sin(i * i) - 1);
    const sequence = { emissions, durations: Array.from({ length: 21 }, (_, d) => -3 - Math.cos(d)), counts: [-5, 0, -4] };
    const fast = scaledPosterior(sequence)!;
    const slow = logPosterior(sequence);
    expectClose([fast.logZ], [slow.logZ], 1e-10);
    for (const part of ['inside', 'first', 'last', 'durations', 'counts'] as const) expectClose(fast[part], slow[part], 1e-10);
  });
});

describe('segments of tags', () => {
  it('are the runs of ones, and paint the same tags again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1), { maxLength: 30 }), (tags) => {
        const segments = segmentsOfTags(tags);
        const painted = new Array<number>(tags.length).fill(0);
        for (const { start, end } of segments) painted.fill(1, start, end + 1);
        expect(painted).toEqual(tags);
        expect(longestRun(tags)).toBe(Math.max(0, ...tags.join('').split('0').map((run) => run.length)));
      }),
    );
  });
});
