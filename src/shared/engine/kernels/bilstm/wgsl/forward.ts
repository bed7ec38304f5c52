import type { WorkgroupPlan } from '../workgroup-plan.ts';
import { ACTIVATIONS } from './activations.ts';

/**
 * All steps of one direction of one window per workgroup. In each step every invocation adds up a slice of a unit's
 * [state | bar | 1] times weights for its four gates at once; then the slices are joined and the gates applied.
 * `keeps`: also writes what the gradient reads; where, says trace-layout.ts.
 */
export const forwardText = (inputs: number, units: number, { width, slices }: WorkgroupPlan, keeps: boolean): string => `
const H = ${units};
const D = ${inputs};
const K = H + D + 1;
const WIDTH = ${width};
const SLICES = ${slices};
const SIZE = WIDTH * SLICES;

var<workgroup> hidden : array<f32, H>;
var<workgroup> cells : array<f32, H>;
// The four gates of a unit before their activation, as far as a slice of the sum goes.
var<workgroup> parts : array<vec4<f32>, SLICES * H>;
${ACTIVATIONS}
fn main(index : i32) {
  let lane = index % SIZE;
  let window = index / SIZE / 2;
  let direction = (index / SIZE) % 2;
  let slice = lane / WIDTH;
  let rows = uniforms.batch * uniforms.steps;

  for (var unit = lane; unit < H; unit += SIZE) {
    hidden[unit] = 0.0;
    cells[unit] = 0.0;
  }
  workgroupBarrier();

  for (var step = 0; step < uniforms.steps; step++) {
    let bar = select(step, uniforms.steps - 1 - step, direction == 1);
    let row = window * uniforms.steps + bar;
    for (var unit = lane % WIDTH; unit < H; unit += WIDTH) {
      parts[slice * H + unit] = partOfSum(direction * K * H + unit, row * D, slice);
    }
    ${keeps ? 'keepOperands(direction * rows + row, row, lane);' : ''}
    workgroupBarrier();

    for (var unit = lane; unit < H; unit += SIZE) {
      var z = parts[unit];
      for (var other = 1; other < SLICES; other++) { z += parts[other * H + unit]; }
      let gates = vec4<f32>(sigmoidOf(z.x), sigmoidOf(z.y), tanhOf(z.z), sigmoidOf(z.w));
      let cell = gates.y * cells[unit] + gates.x * gates.z;
      let state = gates.w * tanhOf(cell);
      cells[unit] = cell;
      hidden[unit] = state;
      result[(row * 2 + direction) * H + unit] = state;
      ${keeps ? 'keepGates(direction * rows + row, unit, gates, cell);' : ''}
    }
    workgroupBarrier();
  }
}

// Every SLICES-th term of z = W_hh h + W_ih x + b.
fn partOfSum(weightsAt : i32, barAt : i32, slice : i32) -> vec4<f32> {
  var z = vec4<f32>(0.0);
  if (slice == 0) { z = weights[weightsAt + (H + D) * H]; }
  for (var k = slice; k < D; k += SLICES) { z += weights[weightsAt + (H + k) * H] * x[barAt + k]; }
  for (var k = slice; k < H; k += SLICES) { z += weights[weightsAt + k * H] * hidden[k]; }
  return z;
}
${keeps ? KEEPING : ''}`;

const KEEPING = `
fn keepOperands(traceRow : i32, row : i32, lane : i32) {
  let at = uniforms.operandsAt + traceRow * K;
  for (var k = lane; k < H; k += SIZE) { result[at + k] = hidden[k]; }
  for (var k = lane; k < D; k += SIZE) { result[at + H + k] = x[row * D + k]; }
  if (lane == 0) { result[at + H + D] = 1.0; }
}

fn keepGates(traceRow : i32, unit : i32, gates : vec4<f32>, cell : f32) {
  let at = uniforms.gatesAt + traceRow * 4 * H + unit;
  for (var gate = 0; gate < 4; gate++) { result[at + gate * H] = gates[gate]; }
  result[uniforms.cellsAt + traceRow * H + unit] = cell;
}
`;
