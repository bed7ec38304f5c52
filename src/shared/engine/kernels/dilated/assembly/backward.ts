import { addOuterPanel } from '../../bilstm/assembly/outer-tile';
import { Block, Job } from './job';
import { addTaps } from './tap-tile';

/** The job's share of all weight gradients, for the windows whose `forward` kept its states. */
export function backward(job: Job): void {
  memory.fill(job.dInputPanels, 0, job.channels * job.inputs * 4);
  memory.fill(job.dInputBias, 0, job.rowBytes);
  memory.fill(job.slopes, 0, (2 * job.padding + job.steps) * job.stateRowBytes);
  for (let index = 0; index < job.blockCount; index++) {
    const block = job.blockAt(index);
    memory.fill(block.dPanels, 0, job.channels / 8 * job.panelBytes);
    memory.fill(block.dBias, 0, job.rowBytes);
  }
  for (let window = job.firstWindow; window < job.lastWindow; window++) windowBackward(job, window);
}

function windowBackward(job: Job, window: i32): void {
  const slopes = job.slopes + job.padding * job.stateRowBytes;
  startSlopes(job, window, slopes);
  for (let index = job.blockCount - 1; index >= 0; index--) {
    const block = job.blockAt(index);
    const states = job.statesOf(block, window);
    sumSlopes(job, slopes, block.dBias);
    addWeightGradient(job, block, states, slopes);
    convolveBack(job, block, slopes);
    addStateSlopes(job, states + block.reach * job.stateRowBytes, slopes);
  }
  sumSlopes(job, slopes, job.dInputBias);
  for (let panel = 0; panel < job.channels / 8; panel++) {
    addOuterPanel(0, job.inputs, job.xOf(window), job.inputs * 4, slopes + panel * 32, job.stateRowBytes, job.steps, job.dInputPanels + panel * job.inputs * 32);
  }
}

/** dLoss/d states behind the last block: where the output was rectified to 0 nothing comes back. */
export function startSlopes(job: Job, window: i32, slopes: usize): void {
  let output = job.outputOf(window);
  let dOutput = job.dOutputOf(window);
  for (let step = 0; step < job.steps; step++) {
    for (let k = 0; k < job.rowBytes; k += 16) {
      v128.store(slopes + k, v128.and(v128.load(dOutput + k), f32x4.gt(v128.load(output + k), f32x4.splat(0))));
    }
    output += job.rowBytes;
    dOutput += job.rowBytes;
    slopes += job.stateRowBytes;
  }
}

/** sums += the slopes of all bars */
export function sumSlopes(job: Job, slopes: usize, sums: usize): void {
  for (let k = 0; k < job.rowBytes; k += 16) {
    let sum = f32x4.splat(0);
    const end = slopes + k + job.steps * job.stateRowBytes;
    for (let row = slopes + k; row < end; row += job.stateRowBytes) sum = f32x4.add(sum, v128.load(row));
    v128.store(sums + k, f32x4.add(v128.load(sums + k), sum));
  }
}

/** dPanels += states^T slopes for each bar of the kernel */
function addWeightGradient(job: Job, block: Block, states: usize, slopes: usize): void {
  const dPanels = job.firstRowOf(block.dPanels, block);
  for (let panel = 0; panel < job.channels / 8; panel++) {
    for (let tap = 0; tap < block.taps; tap++) {
      // Bars whose state at this tap lies within the window.
      const shift = tap * block.dilation - block.reach;
      const first = max(0, -shift);
      const from = states + (first + tap * block.dilation) * job.stateRowBytes;
      const to = dPanels + panel * job.panelBytes + tap * job.channels * 32;
      addOuterPanel(0, job.channels, from, job.stateRowBytes, slopes + first * job.stateRowBytes + panel * 32, job.stateRowBytes, job.steps - abs(shift), to);
    }
  }
}

/** dStates = the slopes convolved with the kernel turned round */
function convolveBack(job: Job, block: Block, slopes: usize): void {
  memory.fill(job.dStates, 0, job.steps * job.rowBytes);
  const panels = job.firstRowOf(block.backPanels, block);
  const from = slopes - block.reach * job.stateRowBytes;
  const tapBytes = block.dilation * job.stateRowBytes;
  for (let panel = 0; panel < job.channels / 8; panel++) {
    addTaps(job.steps, from, job.stateRowBytes, block.taps, tapBytes, job.channels, panels + panel * job.panelBytes, job.dStates + panel * 32, job.rowBytes);
  }
}

/** slopes += dStates where the states were not rectified to 0 */
export function addStateSlopes(job: Job, states: usize, slopes: usize): void {
  let dStates = job.dStates;
  for (let step = 0; step < job.steps; step++) {
    for (let k = 0; k < job.rowBytes; k += 16) {
      const passed = v128.and(v128.load(dStates + k), f32x4.gt(v128.load(states + k), f32x4.splat(0)));
      v128.store(slopes + k, f32x4.add(v128.load(slopes + k), passed));
    }
    dStates += job.rowBytes;
    states += job.stateRowBytes;
    slopes += job.stateRowBytes;
  }
}
