import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesWithin, matchSpans, overlapOverUnion, reachesIou, type Segment } from '../../../../src/shared/engine/evaluation/match-spans.ts';
import { countSpans, spanSums } from '../../../../src/shared/engine/evaluation/sums/span-sums.ts';
import { totalFigures } from '../../../../src/shared/engine/evaluation/sums/window-sums.ts';

const segment = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 })).map(([start, size]) => ({ start, end: start + size }));
const scored = fc.tuple(segment, fc.integer({ min: 0, max: 5 })).map(([span, score]) => ({ ...span, score: score / 5 }));

const barsOf = ({ start, end }: Segment): Set<number> => new Set(Array.from({ length: end - start + 1 }, (_, k) => start + k));

/** By sets of bars. */
function slowIou(a: Segment, b: Segment): number {
  const [inA, inB] = [barsOf(a), barsOf(b)];
  const both = [...inA].filter((bar) => inB.has(bar)).length;
  return both / new Set([...inA, ...inB]).size;
}

describe('overlap over union', () => {
  it('is that of the sets of bars', () => {
    fc.assert(
      fc.property(segment, segment, (a, b) => {
        expect(overlapOverUnion(a, b)).toBeCloseTo(slowIou(a, b), 12);
      }),
    );
  });

  it('counts both edges', () => {
    expect(overlapOverUnion({ start: 2, end: 5 }, { start: 4, end: 7 })).toBe(2 / 6);
    expect(overlapOverUnion({ start: 2, end: 3 }, { start: 4, end: 7 })).toBe(0);
  });
});

describe('matching', () => {
  it('is one to one, lets the highest score choose, and gives it the best partner', () => {
    const decoded = [{ start: 0, end: 9, score: 0.5 }, { start: 0, end: 7, score: 0.9 }];
    const labelled = [{ start: 1, end: 8 }, { start: 0, end: 6 }];
    const pairs = matchSpans(decoded, labelled, reachesIou(0.5));
    expect(pairs.map(([a, b]) => [decoded.indexOf(a), labelled.indexOf(b)])).toEqual([[1, 1], [0, 0]]);
    expect(matchSpans(decoded, labelled.slice(0, 1), reachesIou(0.5)).map(([a]) => a.score)).toEqual([0.9]);
  });

  it('never takes a span twice, pairs only what may pair, and leaves no free pair behind', () => {
    fc.assert(
      fc.property(fc.array(scored, { maxLength: 5 }), fc.array(segment, { maxLength: 5 }), (decoded, labelled) => {
        const pairs = matchSpans(decoded, labelled, reachesIou(0.3));
        expect(new Set(pairs.map(([a]) => a)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, b]) => b)).size).toBe(pairs.length);
        for (const [a, b] of pairs) expect(slowIou(a, b)).toBeGreaterThanOrEqual(0.3);
        const free = decoded.filter((a) => !pairs.some(([taken]) => taken === a));
        for (const a of free) for (const b of labelled) if (!pairs.some(([, taken]) => taken === b)) expect(slowIou(a, b)).toBeLessThan(0.3);
      }),
    );
  });

  it('finds a labelled span again that was decoded to the bar, whatever else was', () => {
    fc.assert(
      fc.property(segment, fc.array(scored, { maxLength: 4 }), (span, others) => {
        const pairs = matchSpans([...others, { ...span, score: 2 }], [span], edgesWithin(3));
        expect(pairs).toEqual([[{ ...span, score: 2 }, span]]);
      }),
    );
  });
});

describe('figures of spans', () => {
  const labelled = [[{ start: 10, end: 17 }], [{ start: 5, end: 9 }, { start: 20, end: 24 }], []];
  const decoded = [
    // One bar late at both edges: IoU 7/9.
    [{ start: 11, end: 18, score: 0.8 }],
    // IoU 5/8 with the first; nothing near the second.
    [{ start: 5, end: 12, score: 0.7 }],
    [{ start: 0, end: 3, score: 0.9 }],
  ];
  const figures = totalFigures(spanSums(decoded, labelled));

  it('are those counted by hand', () => {
    expect(figures.f1Iou30).toBeCloseTo((2 * 2) / 6, 12);
    expect(figures.f1Iou50).toBeCloseTo((2 * 2) / 6, 12);
    expect(figures.f1Iou70).toBeCloseTo((2 * 1) / 6, 12);
    expect(figures.precisionIou50).toBeCloseTo(2 / 3, 12);
    expect(figures.recallIou50).toBeCloseTo(2 / 3, 12);
    expect(figures.hit1).toBeCloseTo(1 / 3, 12);
    expect(figures.hit3).toBeCloseTo(2 / 3, 12);
    expect(figures.startError).toBeCloseTo((1 + 0) / 2, 12);
    expect(figures.endError).toBeCloseTo((1 + 3) / 2, 12);
    expect(countSpans(spanSums(decoded, labelled))).toEqual({ decoded: 3, matched: 2 });
  });

  it('keep the sign of errors, and their size apart', () => {
    const given = totalFigures(spanSums([[{ start: 9, end: 18, score: 1 }], [{ start: 12, end: 19, score: 1 }]], [[{ start: 10, end: 17 }], [{ start: 10, end: 17 }]]));
    expect(given).toMatchObject({ startError: 0.5, startAbsolute: 1.5, endError: 1.5, endAbsolute: 1.5 });
  });

  it('are 0 where nothing was decoded, and errors are then unknown', () => {
    const given = totalFigures(spanSums([[]], [[{ start: 1, end: 2 }]]));
    expect(given).toMatchObject({ f1Iou50: 0, precisionIou50: 0, hit3: 0, startError: Number.NaN });
  });
});
