/** x times its mask; the hash and its halves are those of model/counter-random.ts and model/dropout-mask.ts. */
export const DROP = `
fn main(index : i32) {
  if (index >= uniforms.outShape) { return; }
  let bits = mix32(bitcast<u32>(uniforms.key) + u32(index & ~1) * 0x9e3779b1u);
  let lane = i32(select(bits & 0xffffu, bits >> 16u, (index & 1) == 1));
  let factor = 65536.0 / f32(65536 - uniforms.dropped);
  result[index] = select(0.0, x[index] * factor, lane >= uniforms.dropped);
}

fn mix32(value : u32) -> u32 {
  var x = value;
  x = (x ^ (x >> 16u)) * 0x7feb352du;
  x = (x ^ (x >> 15u)) * 0x846ca68bu;
  return x ^ (x >> 16u);
}
`;
