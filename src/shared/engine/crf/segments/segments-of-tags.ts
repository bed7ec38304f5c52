import { runsOfBars } from '../../../domain/runs-of-bars.ts';
import type { Segment } from './segment-scores.ts';

/** Every longest run of bars with tag 1, in order: spans that touch are one. tags: [T]. */
export const segmentsOfTags = (tags: ArrayLike<number>): Segment[] => runsOfBars(tags.length, (t) => tags[t] === 1);

/** In bars; 0 where no bar has tag 1. */
export const longestRun = (tags: ArrayLike<number>): number => segmentsOfTags(tags).reduce((longest, { start, end }) => Math.max(longest, end - start + 1), 0);
