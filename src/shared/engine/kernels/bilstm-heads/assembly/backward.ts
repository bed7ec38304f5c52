import { madd } from '../../bilstm/assembly/madd';
import { Head, HeadsJob } from './job';
import { fillMask } from './mask';

/** dLoss/d states of the job's windows, and the job's share of the heads' weight gradients. */
export function headsBackward(job: HeadsJob): void {
  for (let h = 0; h < job.headCount; h++) {
    const head = job.headAt(h);
    memory.fill(head.dWeight, 0, head.outputs * job.rowBytes);
    memory.fill(head.dBias, 0, head.outputs * 4);
  }
  for (let window = job.firstWindow; window < job.lastWindow; window++) {
    spreadMean(job, window);
    for (let h = 0; h < job.headCount; h++) headBackward(job, job.headAt(h), window);
  }
}

/** Each bar gets an equal part of dLoss/d mean. */
export function spreadMean(job: HeadsJob, window: i32): void {
  const rowBytes = job.rowBytes;
  const dMean = job.dMean + window * rowBytes;
  const share = f32x4.splat(1 / <f32>job.steps);
  for (let step = 0; step < job.steps; step++) {
    const dStates = job.dStates + job.barOf(window, step) * rowBytes;
    for (let k = 0; k < rowBytes; k += 16) v128.store(dStates + k, f32x4.mul(v128.load(dMean + k), share));
  }
}

export function headBackward(job: HeadsJob, head: Head, window: i32): void {
  const rowBytes = job.rowBytes;
  // Summed per window first: a long float32 sum loses digits.
  memory.fill(head.share, 0, head.outputs * rowBytes);
  for (let o = 0; o < head.outputs; o++) {
    let bias: f32 = 0;
    for (let step = 0; step < job.steps; step++) bias += f32.load(head.dOut + (job.barOf(window, step) * head.outputs + o) * 4);
    f32.store(head.dBias + o * 4, f32.load(head.dBias + o * 4) + bias);
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
  for (let k = 0; k < head.outputs * rowBytes; k += 16) {
    v128.store(head.dWeight + k, f32x4.add(v128.load(head.dWeight + k), v128.load(head.share + k)));
  }
}

/** dStates += slope m weight and dWeight += slope m states */
@inline
function addMasked(states: usize, dStates: usize, m: usize, weight: usize, dWeight: usize, slope: v128, bytes: i32): void {
  for (let k = 0; k < bytes; k += 16) {
    const masked = f32x4.mul(slope, v128.load(m + k));
    v128.store(dStates + k, madd(masked, v128.load(weight + k), v128.load(dStates + k)));
    v128.store(dWeight + k, madd(masked, v128.load(states + k), v128.load(dWeight + k)));
  }
}
