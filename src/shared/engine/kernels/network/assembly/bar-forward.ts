import { BarHead, BarJob } from './bar-job';
import { fillMask } from './mask';
import { addRow, maskedDot, scaleRow } from './vectors';

/** Mean over the bars and every bar head of the job's windows; a window's states stay in the cache for all of them. */
export function barsForward(job: BarJob): void {
  for (let window = job.firstWindow; window < job.lastWindow; window++) {
    averageStates(job, window);
    for (let h = 0; h < job.headCount; h++) barHeadForward(job, job.headAt(h), window);
  }
}

export function averageStates(job: BarJob, window: i32): void {
  const rowBytes = job.rowBytes;
  const states = job.states + job.barOf(window, 0) * rowBytes;
  const mean = job.mean + window * rowBytes;
  memory.copy(mean, states, rowBytes);
  for (let step = 1; step < job.steps; step++) addRow(mean, states + step * rowBytes, rowBytes);
  scaleRow(mean, f32x4.splat(1 / <f32>job.steps), mean, rowBytes);
}

export function barHeadForward(job: BarJob, head: BarHead, window: i32): void {
  const rowBytes = job.rowBytes;
  for (let step = 0; step < job.steps; step++) {
    const bar = job.barOf(window, step);
    // Without dropout the mask is the same for all bars.
    if (head.dropped || step == 0) fillMask(job.mask, head.key, head.dropped, bar * job.width, job.width);
    for (let o = 0; o < head.outputs; o++) {
      const sum = maskedDot(job.states + bar * rowBytes, job.mask, head.weight + o * rowBytes, rowBytes, job.pair);
      f32.store(head.out + (bar * head.outputs + o) * 4, sum + f32.load(head.bias + o * 4));
    }
  }
}
