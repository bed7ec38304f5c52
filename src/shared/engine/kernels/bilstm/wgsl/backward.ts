import type { WorkgroupPlan } from '../workgroup-plan.ts';
import { ACTIVATIONS } from './activations.ts';

/**
 * Back-propagation through all steps of one direction of one window per workgroup: dLoss/dz [2, B, T, 4H], by bar, from
 * the trace of the forward program. In each step every invocation takes a unit's gates, then a slice of W_hh' dz.
 */
export const backwardText = (units: number, { width, slices }: WorkgroupPlan, hasCells: boolean): string => `
const H = ${units};
const WIDTH = ${width};
const SLICES = ${slices};
const SIZE = WIDTH * SLICES;

var<workgroup> dz : array<f32, 4 * H>;
var<workgroup> dCells : array<f32, H>;
// What the step after sends back to each state, as far as a slice of the sum goes.
var<workgroup> parts : array<f32, SLICES * H>;
${ACTIVATIONS}
fn main(index : i32) {
  let lane = index % SIZE;
  let window = index / SIZE / 2;
  let direction = (index / SIZE) % 2;
  let slice = lane / WIDTH;
  let rows = uniforms.batch * uniforms.steps;

  for (var unit = lane; unit < H; unit += SIZE) {
    dCells[unit] = ${hasCells ? 'dLastCells[(direction * uniforms.batch + window) * H + unit]' : '0.0'};
    for (var other = 0; other < SLICES; other++) { parts[other * H + unit] = 0.0; }
  }
  workgroupBarrier();

  for (var step = uniforms.steps - 1; step >= 0; step--) {
    let bar = select(step, uniforms.steps - 1 - step, direction == 1);
    let row = window * uniforms.steps + bar;
    let traceRow = direction * rows + row;
    let traceRowBefore = traceRow + select(-1, 1, direction == 1);
    for (var unit = lane; unit < H; unit += SIZE) {
      var dState = dOutput[(row * 2 + direction) * H + unit];
      for (var other = 0; other < SLICES; other++) { dState += parts[other * H + unit]; }
      var cellBefore = 0.0;
      if (step > 0) { cellBefore = trace[uniforms.cellsAt + traceRowBefore * H + unit]; }
      slopesOfUnit(traceRow, unit, dState, cellBefore);
    }
    workgroupBarrier();

    for (var unit = lane % WIDTH; unit < H; unit += WIDTH) {
      parts[slice * H + unit] = partOfSum(direction, unit, slice);
    }
    workgroupBarrier();
  }
}

// dLoss/dz of a unit's four gates, into dz and the result; its dLoss/dc goes on to the step before.
fn slopesOfUnit(traceRow : i32, unit : i32, dState : f32, cellBefore : f32) {
  let at = uniforms.gatesAt + traceRow * 4 * H + unit;
  let i = trace[at];
  let f = trace[at + H];
  let g = trace[at + 2 * H];
  let o = trace[at + 3 * H];
  let squashed = tanhOf(trace[uniforms.cellsAt + traceRow * H + unit]);
  let dCell = dCells[unit] + dState * o * (1.0 - squashed * squashed);
  dCells[unit] = dCell * f;
  let slopes = vec4<f32>(dCell * g * i * (1.0 - i), dCell * cellBefore * f * (1.0 - f), dCell * i * (1.0 - g * g), dState * squashed * o * (1.0 - o));
  for (var gate = 0; gate < 4; gate++) {
    dz[gate * H + unit] = slopes[gate];
    result[traceRow * 4 * H + gate * H + unit] = slopes[gate];
  }
}

// Every SLICES-th term of W_hh' dz.
fn partOfSum(direction : i32, unit : i32, slice : i32) -> f32 {
  var sum = 0.0;
  if (direction == 0) {
    for (var row = slice; row < 4 * H; row += SLICES) { sum += hh[row * H + unit] * dz[row]; }
  } else {
    for (var row = slice; row < 4 * H; row += SLICES) { sum += hhReverse[row * H + unit] * dz[row]; }
  }
  return sum;
}
`;
