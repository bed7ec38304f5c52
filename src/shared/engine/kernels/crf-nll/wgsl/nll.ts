import { LOG_SUM_EXP } from './log-sum-exp.ts';

/**
 * Negative log-likelihood and its gradient, one invocation per window. float32 has no room for the difference of a large
 * log Z and a large score, so neither is formed. Backwards in time it finds beta, the log-score of what may follow a tag,
 * less its largest at each bar; with s(y) = transition(x, y) + emission(y) + beta(y) the chance of y after x is
 * softmax(s)(y). Forwards in time these chances give every posterior as sums of products of probabilities, and the
 * likelihood of the path as the sum of log-sum-exp(s) - s(path) >= 0: nothing cancels.
 * result: gradient of the emissions [B,T,K], then for each window what it adds to the gradients of start [K], end [K],
 * transitions [K,K], and its weighted loss. Until it is replaced, the place of a bar's gradient holds its beta.
 */
export const nllText = (tags: number): string => `
const K = ${tags};
const SHARES = K * (K + 2) + 1;
${LOG_SUM_EXP}
var<private> weight : f32;
var<private> nll : f32;
// Posterior of each tag at the bar before, and at this one.
var<private> before : array<f32, K>;
var<private> now : array<f32, K>;

fn main(index : i32) {
  if (index >= uniforms.batch) { return; }
  let at = index * uniforms.steps * K;
  let sharesAt = uniforms.batch * uniforms.steps * K + index * SHARES;
  weight = weights[index];
  for (var i = 0; i < SHARES; i++) { result[sharesAt + i] = 0.0; }
  scoreContinuations(at);

  for (var bar = 0; bar < uniforms.steps; bar++) {
    let barAt = at + bar * K;
    let tag = path[index * uniforms.steps + bar];
    if (bar == 0) { begin(barAt, tag); } else { follow(barAt, path[index * uniforms.steps + bar - 1], tag, sharesAt + 2 * K); }
    finishBar(barAt, tag);
    if (bar == 0) { copySlopes(barAt, sharesAt); }
    if (bar == uniforms.steps - 1) { copySlopes(barAt, sharesAt + K); }
  }
  result[sharesAt + SHARES - 1] = weight * nll;
}

// beta of every bar, from the last to the first.
fn scoreContinuations(at : i32) {
  for (var tag = 0; tag < K; tag++) { result[at + (uniforms.steps - 1) * K + tag] = end[tag]; }
  for (var bar = uniforms.steps - 2; bar >= 0; bar--) {
    var beta : array<f32, K>;
    for (var origin = 0; origin < K; origin++) { beta[origin] = logSumExp(scoresAfter(origin, at + (bar + 1) * K)); }
    let largest = beta[placeOfLargest(beta)];
    for (var tag = 0; tag < K; tag++) { result[at + bar * K + tag] = beta[tag] - largest; }
  }
}

fn scoresAfter(origin : i32, barAt : i32) -> array<f32, K> {
  var scores : array<f32, K>;
  for (var to = 0; to < K; to++) { scores[to] = transitions[origin * K + to] + emissions[barAt + to] + result[barAt + to]; }
  return scores;
}

fn begin(barAt : i32, tag : i32) {
  var scores : array<f32, K>;
  for (var to = 0; to < K; to++) { scores[to] = start[to] + emissions[barAt + to] + result[barAt + to]; }
  nll = shortfall(scores, tag);
  let total = logSumExp(scores);
  for (var to = 0; to < K; to++) { now[to] = exp(scores[to] - total); }
}

fn follow(barAt : i32, tagBefore : i32, tag : i32, transitionsAt : i32) {
  now = array<f32, K>();
  for (var origin = 0; origin < K; origin++) {
    let scores = scoresAfter(origin, barAt);
    let total = logSumExp(scores);
    if (origin == tagBefore) { nll += shortfall(scores, tag); }
    for (var to = 0; to < K; to++) {
      let both = before[origin] * exp(scores[to] - total);
      now[to] += both;
      let onPath = origin == tagBefore && to == tag;
      result[transitionsAt + origin * K + to] += weight * (both - select(0.0, 1.0, onPath));
    }
  }
}

// The posterior, made to sum to 1 so that rounding does not grow, less the path's own tag.
fn finishBar(barAt : i32, tag : i32) {
  var sum = 0.0;
  for (var to = 0; to < K; to++) { sum += now[to]; }
  for (var to = 0; to < K; to++) {
    before[to] = now[to] / sum;
    result[barAt + to] = weight * (before[to] - select(0.0, 1.0, to == tag));
  }
}

fn copySlopes(barAt : i32, to : i32) {
  for (var tag = 0; tag < K; tag++) { result[to + tag] = result[barAt + tag]; }
}
`;
