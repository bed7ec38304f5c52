import type { CrfScores, CrfSequence } from './crf-scores.ts';

/** The path of the highest score (Viterbi 1967); of equal ones the lower tag. [T], -1 at padding. */
export function viterbi({ emissions, length }: CrfSequence, { tags, start, end, transitions }: CrfScores): Int32Array {
  const steps = emissions.length / tags;
  const cameFrom = new Int32Array(emissions.length);
  let best = Float64Array.from({ length: tags }, (_, tag) => start[tag] + emissions[tag]);
  for (let t = 1; t < length; t++) {
    const next = new Float64Array(tags);
    for (let to = 0; to < tags; to++) {
      const reached = best.map((score, from) => score + transitions[from * tags + to]);
      const from = largestIndex(reached);
      cameFrom[t * tags + to] = from;
      next[to] = reached[from] + emissions[t * tags + to];
    }
    best = next;
  }
  const path = new Int32Array(steps).fill(-1);
  path[length - 1] = largestIndex(best.map((score, tag) => score + end[tag]));
  for (let t = length - 1; t > 0; t--) path[t - 1] = cameFrom[t * tags + path[t]];
  return path;
}

function largestIndex(values: Float64Array): number {
  let index = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[index]) index = i;
  return index;
}
