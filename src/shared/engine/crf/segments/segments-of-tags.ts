import type { Segment } from './segment-scores.ts';

/** Every longest run of bars with tag 1, in order: spans that touch are one. tags: [T]. */
export function segmentsOfTags(tags: ArrayLike<number>): Segment[] {
  const segments: Segment[] = [];
  let start = -1;
  for (let t = 0; t <= tags.length; t++) {
    const inside = t < tags.length && tags[t] === 1;
    if (inside && start < 0) start = t;
    if (!inside && start >= 0) {
      segments.push({ start, end: t - 1 });
      start = -1;
    }
  }
  return segments;
}

/** In bars; 0 where no bar has tag 1. */
export const longestRun = (tags: ArrayLike<number>): number => segmentsOfTags(tags).reduce((longest, { start, end }) => Math.max(longest, end - start + 1), 0);
