/**
 * Weights as the forward program reads them: for each direction [H + D + 1, H, 4], so that neighbouring units are
 * neighbours in memory, and one read brings a unit's four gates. The rows stand for the state before, the bar, and 1.
 * One invocation per number.
 */
export const packText = (inputs: number, units: number): string => `
const H = ${units};
const D = ${inputs};
const K = H + D + 1;

fn main(index : i32) {
  if (index >= uniforms.outShape) { return; }
  let gate = index % 4;
  let unit = (index / 4) % H;
  let k = (index / (4 * H)) % K;
  let reversed = index >= K * H * 4;
  let row = gate * H + unit;
  if (k < H) {
    if (reversed) { result[index] = hhReverse[row * H + k]; } else { result[index] = hh[row * H + k]; }
  } else if (k < H + D) {
    if (reversed) { result[index] = ihReverse[row * D + k - H]; } else { result[index] = ih[row * D + k - H]; }
  } else {
    let at = select(0, 8 * H, reversed) + row;
    result[index] = biases[at] + biases[at + 4 * H];
  }
}
`;
