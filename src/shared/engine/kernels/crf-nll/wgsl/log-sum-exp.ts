/** For arrays of K numbers of any size. */
export const LOG_SUM_EXP = `
fn logSumExp(scores : array<f32, K>) -> f32 {
  let place = placeOfLargest(scores);
  var all = scores;
  return all[place] + shortfall(scores, place);
}

// log-sum-exp(scores) - scores[place], without forming the two.
fn shortfall(scores : array<f32, K>, place : i32) -> f32 {
  let largest = placeOfLargest(scores);
  var all = scores;
  var others = 0.0;
  for (var i = 0; i < K; i++) {
    if (i != largest) { others += exp(all[i] - all[largest]); }
  }
  return all[largest] - all[place] + logOnePlus(others);
}

fn placeOfLargest(scores : array<f32, K>) -> i32 {
  var all = scores;
  var place = 0;
  for (var i = 1; i < K; i++) {
    if (all[i] > all[place]) { place = i; }
  }
  return place;
}

// log(1 + x) for x >= 0. WGSL's log may be off by 5e-7 near 1, where most bars are; log(1 + x) = 2 artanh(x / (2 + x)).
fn logOnePlus(x : f32) -> f32 {
  if (x > 1.0) { return log(1.0 + x); }
  let s = x / (2.0 + x);
  let q = s * s;
  return 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (1.0 / 5.0 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q / 13.0))))));
}
`;
