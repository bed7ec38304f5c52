import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapOverUnion, type Segment } from '../../../../src/shared/engine/evaluation/match-spans.ts';
import { countSpanChanges, sumChanges, type SpanChanges } from '../../../../src/shared/engine/evaluation/span-changes.ts';

const at = (start: number, end: number): Segment => ({ start, end });

/** Disjoint and in order, as a threshold cuts them. */
const decoded = fc
  .uniqueArray(fc.nat(40), { maxLength: 10 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) => edges.flatMap((edge, n) => (n % 2 === 1 ? [at(edges[n - 1], edge)] : [])));

/** Again and again the pair that overlaps most, the earliest of equal ones. */
function slowChanges(before: readonly Segment[], after: readonly Segment[]): SpanChanges {
  const [old, now] = [[...before], [...after]];
  let [same, moved] = [0, 0];
  for (;;) {
    const pairs = old.flatMap((a) => now.map((b) => [a, b] as const));
    const most = Math.max(0, ...pairs.map(([a, b]) => overlapOverUnion(a, b)));
    if (most === 0) return { same, moved, gained: now.length, lost: old.length };
    const [a, b] = pairs.find(([left, right]) => overlapOverUnion(left, right) === most)!;
    old.splice(old.indexOf(a), 1);
    now.splice(now.indexOf(b), 1);
    if (a.start === b.start && a.end === b.end) same++;
    else moved++;
  }
}

describe('what became of spans', () => {
  it('is told of cases made by hand', () => {
    expect(countSpanChanges([at(2, 5), at(10, 12), at(20, 22)], [at(2, 5), at(11, 14), at(30, 31)])).toEqual({ same: 1, moved: 1, gained: 1, lost: 1 });
    // One that was split: the greater part is it, the other is new.
    expect(countSpanChanges([at(2, 11)], [at(2, 8), at(10, 11)])).toEqual({ same: 0, moved: 1, gained: 1, lost: 0 });
    // Two that became one.
    expect(countSpanChanges([at(2, 4), at(6, 9)], [at(2, 9)])).toEqual({ same: 0, moved: 1, gained: 0, lost: 1 });
    // Neighbours share no bar.
    expect(countSpanChanges([at(2, 4)], [at(5, 7)])).toEqual({ same: 0, moved: 0, gained: 1, lost: 1 });
    expect(sumChanges([countSpanChanges([], [at(1, 2)]), countSpanChanges([at(1, 2)], [])])).toEqual({ same: 0, moved: 0, gained: 1, lost: 1 });
  });

  it('is what taking the greatest overlap again and again says', () => {
    fc.assert(fc.property(decoded, decoded, (before, after) => void expect(countSpanChanges(before, after)).toEqual(slowChanges(before, after))));
  });

  it('counts every span once, and the other way round gains what was lost', () => {
    fc.assert(
      fc.property(decoded, decoded, (before, after) => {
        const there = countSpanChanges(before, after);
        const back = countSpanChanges(after, before);
        expect(there.same + there.moved + there.lost).toBe(before.length);
        expect(there.same + there.moved + there.gained).toBe(after.length);
        expect([back.lost, back.gained, back.same]).toEqual([there.gained, there.lost, there.same]);
      }),
    );
  });
});
