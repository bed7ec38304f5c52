import { Job } from './job';
import { one } from './lanes';
import { madd, nmadd } from './madd';
import { addOuterPanel } from './outer-tile';
import { transposeWeights, unpackGradients } from './pack';
import { multiplyRows } from './row-tile';

/** Steps whose dz is kept before they are added to the weights' gradient in one product. */
const STEPS_PER_PRODUCT = 4;

/** Back-propagation through time of the direction whose `forward` filled this workspace. */
export function backward(job: Job): void {
  transposeWeights(job);
  memory.fill(job.dPacked, 0, 4 * job.padded * job.depth * 4);
  startGradients(job);
  for (let step = job.steps - 1; step >= 0; step--) {
    const dz = job.dz + (step % STEPS_PER_PRODUCT) * job.batch * job.dzRowBytes;
    addOutputGradient(job, step);
    gateGradients(job, step, dz);
    // Before the first step there is no hidden state; only x is left to be differentiated there.
    if (step > 0 || job.dx) multiplyBack(job, dz);
    if (job.dx) emitInputGradient(job, step);
    if (step % STEPS_PER_PRODUCT == 0) addWeightGradient(job, step);
  }
  unpackGradients(job);
}

/** Nothing comes from beyond the last step but dLoss/d last cells. */
function startGradients(job: Job): void {
  memory.fill(job.dRows, 0, job.batch * job.dRowBytes);
  memory.fill(job.dCells, 0, job.batch * job.padded * 4);
  const unitBytes = job.units * 4;
  for (let b = 0; b < job.batch; b++) {
    memory.copy(job.dCells + b * job.padded * 4, job.dLastCells + b * unitBytes, unitBytes);
  }
}

/** Adds dLoss/d output [B, T, 2H] of the step's bar to what came back from the step after. */
export function addOutputGradient(job: Job, step: i32): void {
  const unitBytes = job.units * 4;
  const rowBytes = unitBytes * 2;
  let from = job.dOutput + job.barAt(step) * rowBytes;
  let to = job.dRows;
  for (let b = 0; b < job.batch; b++) {
    let k = 0;
    for (; k <= unitBytes - 16; k += 16) v128.store(to + k, f32x4.add(v128.load(to + k), v128.load(from + k)));
    for (; k < unitBytes; k += 4) f32.store(to + k, f32.load(to + k) + f32.load(from + k));
    from += job.steps * rowBytes;
    to += job.dRowBytes;
  }
}

/** dRows = dz W^T: by the hidden state of the step before, and by x. */
function multiplyBack(job: Job, dz: usize): void {
  multiplyRows(job.batch, dz, job.dzRowBytes, job.padded * 4, job.transposed, job.dRowBytes / 32, job.dRows, job.dRowBytes);
}

/** dLoss/dz [B, 4P] of a step; dCells goes on to the step before. */
export function gateGradients(job: Job, step: i32, dz: usize): void {
  const cellRow = job.padded * 4;
  const gates = job.gatesAt(step);
  const before = job.cellsAt(step);
  const squashed = job.squashedAt(step);
  for (let b = 0; b < job.batch; b++) {
    const gateRow = gates + b * cellRow * 4;
    const dzRow = dz + b * job.dzRowBytes;
    for (let k = 0; k < cellRow; k += 16) {
      // Four units: the half group's place among groups of 128 bytes.
      const column = (k >> 5) * 128 + (k & 16);
      const at = b * cellRow + k;
      gateGradientsOfFour(gateRow + column, before + at, squashed + at, job.dRows + b * job.dRowBytes + k, job.dCells + at, dzRow + column);
    }
  }
}

@inline
function gateGradientsOfFour(gates: usize, before: usize, squashed: usize, dHidden: usize, dCells: usize, dz: usize): void {
  const i = v128.load(gates);
  const f = v128.load(gates, 32);
  const g = v128.load(gates, 64);
  const o = v128.load(gates, 96);
  const squash = v128.load(squashed);
  const dh = v128.load(dHidden);
  const dho = f32x4.mul(dh, o);
  const dc = madd(dho, nmadd(squash, squash, one()), v128.load(dCells));
  const dci = f32x4.mul(dc, i);
  const dcf = f32x4.mul(dc, f);
  v128.store(dz, f32x4.mul(f32x4.mul(dci, g), f32x4.sub(one(), i)));
  v128.store(dz, f32x4.mul(f32x4.mul(dcf, v128.load(before)), f32x4.sub(one(), f)), 32);
  v128.store(dz, f32x4.mul(dci, nmadd(g, g, one())), 64);
  v128.store(dz, f32x4.mul(f32x4.mul(dho, squash), f32x4.sub(one(), o)), 96);
  v128.store(dCells, dcf);
}

/** This direction's dLoss/dx of the step's bar, from the columns behind those of h. */
export function emitInputGradient(job: Job, step: i32): void {
  const barBytes = job.inputs * 4;
  let from = job.dRows + job.padded * 4;
  let to = job.dx + job.barAt(step) * barBytes;
  for (let b = 0; b < job.batch; b++) {
    for (let k = 0; k < barBytes; k += 4) f32.store(to + k, f32.load(from + k));
    from += job.dRowBytes;
    to += job.steps * barBytes;
  }
}

/** dPacked += [h | x | 1]^T dz over the steps from `first` on whose dz is kept. */
function addWeightGradient(job: Job, first: i32): void {
  const rows = min(STEPS_PER_PRODUCT, job.steps - first) * job.batch;
  const panelBytes = job.depth * 32;
  for (let panel = 0; panel < job.padded / 2; panel++) {
    addOuterPanel(job.depth, job.rowsAt(first), job.rowBytes, job.dz + panel * 32, job.dzRowBytes, rows, job.dPacked + panel * panelBytes);
  }
}
