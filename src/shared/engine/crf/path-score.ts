import type { CrfScores, CrfSequence } from './crf-scores.ts';

/** Unnormalised log-score of one path. path: [T], of which `length` count. */
export function pathScore({ emissions, length }: CrfSequence, scores: CrfScores, path: ArrayLike<number>): number {
  const { tags, start, end, transitions } = scores;
  let score = start[path[0]] + end[path[length - 1]];
  for (let t = 0; t < length; t++) score += emissions[t * tags + path[t]];
  for (let t = 1; t < length; t++) score += transitions[path[t - 1] * tags + path[t]];
  return score;
}
