/**
 * WGSL's own tanh may be off by 1e-5, and what it makes of infinities is open: these never exponentiate anything above 0,
 * and a NaN stays one.
 */
export const ACTIVATIONS = `
fn sigmoidOf(z : f32) -> f32 {
  let e = exp(-abs(z));
  return select(1.0, e, z < 0.0) / (1.0 + e);
}

fn tanhOf(z : f32) -> f32 {
  let e = exp(-2.0 * abs(z));
  return sign(z) * (1.0 - e) / (1.0 + e);
}
`;
