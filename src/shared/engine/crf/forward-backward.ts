import type { CrfScores, CrfSequence } from './crf-scores.ts';
import { logSumExp } from './log-sum-exp.ts';

export interface Posterior {
  /** Log of the sum of exp(score) over all paths. */
  readonly logZ: number;
  /** [T,K]: probability of each tag at each bar given the emissions; 0 at padding. */
  readonly marginals: Float64Array;
  /** [T,K,K]: probability of (tag at t-1, tag at t); 0 at t = 0 and at padding. */
  readonly pairwise: Float64Array;
}

/** Exact posterior by the forward-backward algorithm (Rabiner 1989), in log space and float64. */
export function forwardBackward(sequence: CrfSequence, scores: CrfScores): Posterior {
  const alpha = forward(sequence, scores);
  const beta = backward(sequence, scores);
  const logZ = logPartition(alpha, sequence.length, scores);
  return { logZ, marginals: tagMarginals(alpha, beta, logZ), pairwise: pairMarginals(sequence, scores, alpha, beta, logZ) };
}

/** Log-score of all paths up to and including bar t that end in each tag. [T,K], -Infinity at padding. */
function forward({ emissions, length }: CrfSequence, { tags, start, transitions }: CrfScores): Float64Array {
  const alpha = new Float64Array(emissions.length).fill(-Infinity);
  const terms = new Float64Array(tags);
  for (let tag = 0; tag < tags; tag++) alpha[tag] = start[tag] + emissions[tag];
  for (let t = 1; t < length; t++) {
    for (let to = 0; to < tags; to++) {
      for (let from = 0; from < tags; from++) terms[from] = alpha[(t - 1) * tags + from] + transitions[from * tags + to];
      alpha[t * tags + to] = logSumExp(terms, tags) + emissions[t * tags + to];
    }
  }
  return alpha;
}

/** Log-score of all continuations after bar t, given each tag at t. [T,K], -Infinity at padding. */
function backward({ emissions, length }: CrfSequence, { tags, end, transitions }: CrfScores): Float64Array {
  const beta = new Float64Array(emissions.length).fill(-Infinity);
  const terms = new Float64Array(tags);
  for (let tag = 0; tag < tags; tag++) beta[(length - 1) * tags + tag] = end[tag];
  for (let t = length - 2; t >= 0; t--) {
    for (let from = 0; from < tags; from++) {
      for (let to = 0; to < tags; to++) {
        const next = (t + 1) * tags + to;
        terms[to] = transitions[from * tags + to] + emissions[next] + beta[next];
      }
      beta[t * tags + from] = logSumExp(terms, tags);
    }
  }
  return beta;
}

function logPartition(alpha: Float64Array, length: number, { tags, end }: CrfScores): number {
  const last = alpha.slice((length - 1) * tags, length * tags).map((score, tag) => score + end[tag]);
  return logSumExp(last, tags);
}

function tagMarginals(alpha: Float64Array, beta: Float64Array, logZ: number): Float64Array {
  return alpha.map((score, i) => Math.exp(score + beta[i] - logZ));
}

function pairMarginals({ emissions, length }: CrfSequence, { tags, transitions }: CrfScores, alpha: Float64Array, beta: Float64Array, logZ: number): Float64Array {
  const pairwise = new Float64Array(emissions.length * tags);
  for (let t = 1; t < length; t++) {
    for (let from = 0; from < tags; from++) {
      for (let to = 0; to < tags; to++) {
        const here = t * tags + to;
        const score = alpha[(t - 1) * tags + from] + transitions[from * tags + to] + emissions[here] + beta[here];
        pairwise[(t * tags + from) * tags + to] = Math.exp(score - logZ);
      }
    }
  }
  return pairwise;
}
