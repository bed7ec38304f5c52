import { Job } from './job';
import { sigmoid, tanh } from './lanes';
import { madd } from './madd';
import { packWeights } from './pack';
import { multiplyRows } from './row-tile';

/** One direction over all bars: output, last cells, and in the workspace what `backward` reads. */
export function forward(job: Job): void {
  const groups = job.padded / 8;
  const panelGroupBytes = job.depth * 4 * 32;
  packWeights(job);
  memory.fill(job.rows, 0, job.batch * job.rowBytes);
  memory.fill(job.cells, 0, job.batch * job.padded * 4);
  for (let step = 0; step < job.steps; step++) {
    placeInputs(job, step);
    const rows = job.rowsAt(step);
    // A group's weights stay in the first-level cache while all windows pass by.
    for (let group = 0; group < groups; group++) {
      const panels = job.packed + group * panelGroupBytes;
      multiplyRows(job.wide, job.batch, rows, job.rowBytes, job.depth, panels, 4, job.gatesAt(step) + group * 128, job.padded * 16);
      activateGroup(job, step, group);
    }
    emitHidden(job, step);
  }
  emitLastCells(job);
}

/** x and 1 of a step beside the hidden state that the step before left there. */
export function placeInputs(job: Job, step: i32): void {
  const inputs = job.inputs;
  const barBytes = inputs * 4;
  let from = job.x + job.barAt(step) * barBytes;
  let to = job.rowsAt(step) + job.padded * 4;
  for (let b = 0; b < job.batch; b++) {
    for (let k = 0; k < barBytes; k += 4) f32.store(to + k, f32.load(from + k));
    f32.store(to + barBytes, 1);
    from += job.steps * barBytes;
    to += job.rowBytes;
  }
}

/** From pre-activations to gates (in place), cells, tanh of the cells and the next step's hidden states, eight units wide. */
export function activateGroup(job: Job, step: i32, group: i32): void {
  const cellRow = job.padded * 4;
  let gates = job.gatesAt(step) + group * 128;
  let before = job.cellsAt(step) + group * 32;
  let cells = job.cellsAt(step + 1) + group * 32;
  let squashed = job.squashedAt(step) + group * 32;
  let hidden = job.rowsAt(step + 1) + group * 32;
  for (let b = 0; b < job.batch; b++) {
    activateEight(gates, before, cells, squashed, hidden);
    gates += job.padded * 16;
    before += cellRow;
    cells += cellRow;
    squashed += cellRow;
    hidden += job.rowBytes;
  }
}

/** Two vectors side by side, so that V8 can join them into one of twice the width; it looks at neighbouring stores. */
@inline
function activateEight(gates: usize, before: usize, cells: usize, squashed: usize, hidden: usize): void {
  const i = sigmoid(v128.load(gates)), nextI = sigmoid(v128.load(gates, 16));
  const f = sigmoid(v128.load(gates, 32)), nextF = sigmoid(v128.load(gates, 48));
  const g = tanh(v128.load(gates, 64)), nextG = tanh(v128.load(gates, 80));
  const o = sigmoid(v128.load(gates, 96)), nextO = sigmoid(v128.load(gates, 112));
  const cell = madd(f, v128.load(before), f32x4.mul(i, g)), nextCell = madd(nextF, v128.load(before, 16), f32x4.mul(nextI, nextG));
  const squash = tanh(cell), nextSquash = tanh(nextCell);
  v128.store(gates, i);
  v128.store(gates, nextI, 16);
  v128.store(gates, f, 32);
  v128.store(gates, nextF, 48);
  v128.store(gates, g, 64);
  v128.store(gates, nextG, 80);
  v128.store(gates, o, 96);
  v128.store(gates, nextO, 112);
  v128.store(cells, cell);
  v128.store(cells, nextCell, 16);
  v128.store(squashed, squash);
  v128.store(squashed, nextSquash, 16);
  v128.store(hidden, f32x4.mul(o, squash));
  v128.store(hidden, f32x4.mul(nextO, nextSquash), 16);
}

/** The step's hidden states without the padding into output [B, T, 2H]. */
export function emitHidden(job: Job, step: i32): void {
  const unitBytes = job.units * 4;
  const rowBytes = unitBytes * 2;
  let from = job.rowsAt(step + 1);
  let to = job.output + job.barAt(step) * rowBytes;
  for (let b = 0; b < job.batch; b++) {
    copyFloats(to, from, unitBytes);
    from += job.rowBytes;
    to += job.steps * rowBytes;
  }
}

function emitLastCells(job: Job): void {
  const unitBytes = job.units * 4;
  const cells = job.cellsAt(job.steps);
  for (let b = 0; b < job.batch; b++) copyFloats(job.lastCells + b * unitBytes, cells + b * job.padded * 4, unitBytes);
}

@inline
function copyFloats(to: usize, from: usize, bytes: i32): void {
  let k = 0;
  for (; k <= bytes - 16; k += 16) v128.store(to + k, v128.load(from + k));
  for (; k < bytes; k += 4) f32.store(to + k, f32.load(from + k));
}
