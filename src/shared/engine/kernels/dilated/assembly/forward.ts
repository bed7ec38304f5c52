import { Block, Job } from './job';
import { addTaps } from './tap-tile';

/** The encoder of the job's windows; a window's states stay in the cache for all blocks. */
export function forward(job: Job): void {
  for (let window = job.firstWindow; window < job.lastWindow; window++) {
    embed(job, window);
    for (let index = 0; index < job.blockCount; index++) {
      const block = job.blockAt(index);
      rectifyInto(job, block, window);
      convolve(job, block, window);
    }
    rectify(job.outputOf(window), job.steps * job.rowBytes);
  }
}

/** output = x W' + b */
export function embed(job: Job, window: i32): void {
  const output = job.outputOf(window);
  for (let step = 0; step < job.steps; step++) memory.copy(output + step * job.rowBytes, job.inputBias, job.rowBytes);
  for (let panel = 0; panel < job.channels / 8; panel++) {
    addTaps(job.steps, job.xOf(window), job.inputs * 4, 1, 0, job.inputs, job.inputPanels + panel * job.inputs * 32, output + panel * 32, job.rowBytes);
  }
}

/** Rectified output with zeros around into the block's states, and the block's bias onto the output. */
export function rectifyInto(job: Job, block: Block, window: i32): void {
  const rowBytes = job.rowBytes;
  const zeros = block.reach * job.stateRowBytes;
  let states = job.statesOf(block, window);
  memory.fill(states, 0, zeros);
  states += zeros;
  let output = job.outputOf(window);
  for (let step = 0; step < job.steps; step++) {
    for (let k = 0; k < rowBytes; k += 32) {
      const left = v128.load(output + k), right = v128.load(output + k, 16);
      v128.store(states + k, f32x4.pmax(left, f32x4.splat(0)));
      v128.store(states + k, f32x4.pmax(right, f32x4.splat(0)), 16);
      v128.store(output + k, f32x4.add(left, v128.load(block.bias + k)));
      v128.store(output + k, f32x4.add(right, v128.load(block.bias + k, 16)), 16);
    }
    states += job.stateRowBytes;
    output += rowBytes;
  }
  memory.fill(states, 0, zeros);
}

/** output += convolution of the block's states */
function convolve(job: Job, block: Block, window: i32): void {
  const panels = job.firstRowOf(block.panels, block);
  const tapBytes = block.dilation * job.stateRowBytes;
  const output = job.outputOf(window);
  for (let panel = 0; panel < job.channels / 8; panel++) {
    addTaps(job.steps, job.statesOf(block, window), job.stateRowBytes, block.taps, tapBytes, job.channels, panels + panel * job.panelBytes, output + panel * 32, job.rowBytes);
  }
}

/** A NaN stays one. */
export function rectify(values: usize, bytes: i32): void {
  for (let k = 0; k < bytes; k += 16) v128.store(values + k, f32x4.pmax(v128.load(values + k), f32x4.splat(0)));
}
