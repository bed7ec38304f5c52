import { addMasked, addScaled, addTo } from './vectors';
import { WindowHead, WindowJob } from './window-job';

/** dLoss/d mean, and the gradients of the linear layer and of every head. */
export function windowsBackward(job: WindowJob): void {
  memory.fill(job.dHidden, 0, job.batch * job.hiddenBytes);
  for (let h = 0; h < job.headCount; h++) windowHeadBackward(job, job.headAt(h));
  memory.fill(job.dWeight, 0, job.hiddenUnits * job.rowBytes);
  memory.fill(job.dBias, 0, job.hiddenBytes);
  memory.fill(job.dMean, 0, job.batch * job.rowBytes);
  for (let b = 0; b < job.batch; b++) projectionBackward(job, b);
}

export function windowHeadBackward(job: WindowJob, head: WindowHead): void {
  const bytes = job.hiddenBytes;
  memory.fill(head.dWeight, 0, head.outputs * bytes);
  memory.fill(head.dBias, 0, head.outputs * 4);
  for (let b = 0; b < job.batch; b++) {
    for (let o = 0; o < head.outputs; o++) {
      const at = (b * head.outputs + o) * 4;
      let slope = f32.load(head.dOut + at);
      if (head.squashed) {
        const value = f32.load(head.out + at);
        slope *= value * (1 - value);
      }
      addTo(head.dBias + o * 4, slope);
      const row = b * bytes;
      addMasked(job.hidden + row, job.dHidden + row, head.mask + row, head.weight + o * bytes, head.dWeight + o * bytes, f32x4.splat(slope), bytes);
    }
  }
}

/** One window's part; ReLU lets nothing back where it gave 0. */
export function projectionBackward(job: WindowJob, b: i32): void {
  const rowBytes = job.rowBytes;
  const mean = job.mean + b * rowBytes;
  const dMean = job.dMean + b * rowBytes;
  const row = b * job.hiddenBytes;
  for (let j = 0; j < job.hiddenUnits; j++) {
    if (f32.load(job.hidden + row + j * 4) == 0) continue;
    const slope = f32.load(job.dHidden + row + j * 4);
    addTo(job.dBias + j * 4, slope);
    addScaled(dMean, f32x4.splat(slope), job.weight + j * rowBytes, rowBytes);
    addScaled(job.dWeight + j * rowBytes, f32x4.splat(slope), mean, rowBytes);
  }
}
