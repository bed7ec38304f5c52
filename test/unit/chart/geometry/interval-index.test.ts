import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IntervalIndex } from '../../../../src/renderer/chart/geometry/interval-index.ts';
import { assignLanes } from '../../../../src/renderer/chart/geometry/lanes.ts';
import { timeMs } from '../../../../src/shared/domain/time.ts';

const spans = fc.array(fc.tuple(fc.nat(1000), fc.nat(300)).map(([start, length]) => ({ startTime: timeMs(start), endTime: timeMs(start + length) })), { maxLength: 60 });

it('IntervalIndex finds what looking at every span finds', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: -50, max: 1400 }), fc.nat(300), (all, from, length) => {
      const to = from + length;
      const expected = all.filter((span) => span.startTime <= to && span.endTime >= from).toSorted((a, b) => a.startTime - b.startTime);
      expect(new IntervalIndex(all).touching(from, to)).toEqual(expected);
    }),
  );
});

it('assignLanes lets no two boxes of a lane touch, and uses no lane without need', () => {
  const boxes = fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 60 })).map(([left, width]) => ({ left, right: left + width }))).map((all) => all.toSorted((a, b) => a.left - b.left));
  fc.assert(
    fc.property(boxes, (all) => {
      const lanes = assignLanes(all, 3);
      const clash = (i: number, j: number): boolean => all[i].left < all[j].right + 3 && all[j].left < all[i].right + 3;
      all.forEach((_, i) => {
        const earlier = Array.from(all.keys()).filter((j) => j < i && clash(i, j));
        expect(earlier.every((j) => lanes[j] !== lanes[i])).toBe(true);
        for (let lane = 0; lane < lanes[i]; lane += 1) expect(earlier.some((j) => lanes[j] === lane)).toBe(true);
      });
    }),
  );
});
