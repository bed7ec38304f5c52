import { BarHead, BarJob } from './bar-job';
import { fillMask } from './mask';
import { addMasked, addRow, addTo, scaleRow } from './vectors';

/** dLoss/d states of the job's windows, and the job's share of the bar heads' weight gradients. */
export function barsBackward(job: BarJob): void {
  for (let h = 0; h < job.headCount; h++) {
    const head = job.headAt(h);
    memory.fill(head.dWeight, 0, head.outputs * job.rowBytes);
    memory.fill(head.dBias, 0, head.outputs * 4);
  }
  for (let window = job.firstWindow; window < job.lastWindow; window++) {
    spreadMean(job, window);
    for (let h = 0; h < job.headCount; h++) barHeadBackward(job, job.headAt(h), window);
  }
}

/** Each bar gets an equal part of dLoss/d mean. */
export function spreadMean(job: BarJob, window: i32): void {
  const rowBytes = job.rowBytes;
  const dMean = job.dMean + window * rowBytes;
  const share = f32x4.splat(1 / <f32>job.steps);
  for (let step = 0; step < job.steps; step++) scaleRow(job.dStates + job.barOf(window, step) * rowBytes, share, dMean, rowBytes);
}

export function barHeadBackward(job: BarJob, head: BarHead, window: i32): void {
  const rowBytes = job.rowBytes;
  // Summed per window first: a long float32 sum loses digits.
  memory.fill(head.share, 0, head.outputs * rowBytes);
  for (let o = 0; o < head.outputs; o++) {
    let bias: f32 = 0;
    for (let step = 0; step < job.steps; step++) bias += f32.load(head.dOut + (job.barOf(window, step) * head.outputs + o) * 4);
    addTo(head.dBias + o * 4, bias);
  }
  for (let step = 0; step < job.steps; step++) {
    const bar = job.barOf(window, step);
    // Without dropout the mask is the same for all bars.
    if (head.dropped || step == 0) fillMask(job.mask, head.key, head.dropped, bar * job.width, job.width);
    for (let o = 0; o < head.outputs; o++) {
      const slope = f32x4.splat(f32.load(head.dOut + (bar * head.outputs + o) * 4));
      const offset = o * rowBytes;
      addMasked(job.states + bar * rowBytes, job.dStates + bar * rowBytes, job.mask, head.weight + offset, head.share + offset, slope, rowBytes);
    }
  }
  addRow(head.dWeight, head.share, head.outputs * rowBytes);
}
