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
    for (; k <= unitBytes - 32; k += 32) {
      const sum = f32x4.add(v128.load(to + k), v128.load(from + k));
      const nextSum = f32x4.add(v128.load(to + k, 16), v128.load(from + k, 16));
      v128.store(to + k, sum);
      v128.store(to + k, nextSum, 16);
    }
    for (; k < unitBytes; k += 4) f32.store(to + k, f32.load(to + k) + f32.load(from + k));
    from += job.steps * rowBytes;
    to += job.dRowBytes;
  }
}

/** dRows = dz W^T: by the hidden state of the step before, and by x. */
function multiplyBack(job: Job, dz: usize): void {
  const panels = job.dRowBytes / 32;
  const paired = job.wide ? panels & -2 : 0;
  const columns = job.padded * 4;
  if (paired) multiplyRows(1, job.batch, dz, job.dzRowBytes, columns, job.transposed, paired, job.dRows, job.dRowBytes);
  if (paired == panels) return;
  const rest = job.transposed + paired * columns * 32;
  multiplyRows(0, job.batch, dz, job.dzRowBytes, columns, rest, panels - paired, job.dRows + paired * 32, job.dRowBytes);
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
    const dHidden = job.dRows + b * job.dRowBytes;
    for (let k = 0; k < cellRow; k += 32) {
      const at = b * cellRow + k;
      gateGradientsOfEight(gateRow + k * 4, before + at, squashed + at, dHidden + k, job.dCells + at, dzRow + k * 4);
    }
  }
}

/** Two vectors side by side, see activateEight; every load comes before the first store, else V8 would not join them. */
@inline
function gateGradientsOfEight(gates: usize, before: usize, squashed: usize, dHidden: usize, dCells: usize, dz: usize): void {
  const unit = one();
  const i = v128.load(gates), nextI = v128.load(gates, 16);
  const f = v128.load(gates, 32), nextF = v128.load(gates, 48);
  const g = v128.load(gates, 64), nextG = v128.load(gates, 80);
  const o = v128.load(gates, 96), nextO = v128.load(gates, 112);
  const cell = v128.load(before), nextCell = v128.load(before, 16);
  const squash = v128.load(squashed), nextSquash = v128.load(squashed, 16);
  const dho = f32x4.mul(v128.load(dHidden), o), nextDho = f32x4.mul(v128.load(dHidden, 16), nextO);
  const dc = madd(dho, nmadd(squash, squash, unit), v128.load(dCells));
  const nextDc = madd(nextDho, nmadd(nextSquash, nextSquash, unit), v128.load(dCells, 16));
  const dci = f32x4.mul(dc, i), nextDci = f32x4.mul(nextDc, nextI);
  const dcf = f32x4.mul(dc, f), nextDcf = f32x4.mul(nextDc, nextF);
  v128.store(dz, f32x4.mul(f32x4.mul(dci, g), f32x4.sub(unit, i)));
  v128.store(dz, f32x4.mul(f32x4.mul(nextDci, nextG), f32x4.sub(unit, nextI)), 16);
  v128.store(dz, f32x4.mul(f32x4.mul(dcf, cell), f32x4.sub(unit, f)), 32);
  v128.store(dz, f32x4.mul(f32x4.mul(nextDcf, nextCell), f32x4.sub(unit, nextF)), 48);
  v128.store(dz, f32x4.mul(dci, nmadd(g, g, unit)), 64);
  v128.store(dz, f32x4.mul(nextDci, nmadd(nextG, nextG, unit)), 80);
  v128.store(dz, f32x4.mul(f32x4.mul(dho, squash), f32x4.sub(unit, o)), 96);
  v128.store(dz, f32x4.mul(f32x4.mul(nextDho, nextSquash), f32x4.sub(unit, nextO)), 112);
  v128.store(dCells, dcf);
  v128.store(dCells, nextDcf, 16);
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
  const pace = job.wide ? 2 : 1;
  for (let panel = 0; panel < job.padded / 2; panel += pace) {
    const dPanel = job.dPacked + panel * panelBytes;
    addOuterPanel(job.wide, job.depth, job.rowsAt(first), job.rowBytes, job.dz + panel * 32, job.dzRowBytes, rows, dPanel);
  }
}
