import { madd } from '../../bilstm/assembly/madd';
import { Head, HeadsJob } from './job';
import { fillMask } from './mask';

/** Mean over the bars and every head of the job's windows; a window's states stay in the cache for all of them. */
export function headsForward(job: HeadsJob): void {
  for (let window = job.firstWindow; window < job.lastWindow; window++) {
    averageStates(job, window);
    for (let h = 0; h < job.headCount; h++) headForward(job, job.headAt(h), window);
  }
}

export function averageStates(job: HeadsJob, window: i32): void {
  const rowBytes = job.rowBytes;
  const states = job.states + job.barOf(window, 0) * rowBytes;
  const mean = job.mean + window * rowBytes;
  const share = f32x4.splat(1 / <f32>job.steps);
  for (let k = 0; k < rowBytes; k += 16) {
    let sum = v128.load(states + k);
    for (let step = 1; step < job.steps; step++) sum = f32x4.add(sum, v128.load(states + step * rowBytes + k));
    v128.store(mean + k, f32x4.mul(sum, share));
  }
}

export function headForward(job: HeadsJob, head: Head, window: i32): void {
  const rowBytes = job.rowBytes;
  for (let step = 0; step < job.steps; step++) {
    const bar = job.barOf(window, step);
    // Without dropout the mask is the same for all bars.
    if (head.dropped || step == 0) fillMask(job.mask, head.key, head.dropped, bar * job.width, job.width);
    for (let o = 0; o < head.outputs; o++) {
      const sum = maskedDot(job.states + bar * rowBytes, job.mask, head.weight + o * rowBytes, rowBytes);
      f32.store(head.out + (bar * head.outputs + o) * 4, sum + f32.load(head.bias + o * 4));
    }
  }
}

/** sum of a m b */
@inline
function maskedDot(a: usize, m: usize, b: usize, bytes: i32): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  for (let k = 0; k < bytes; k += 32) {
    even = madd(f32x4.mul(v128.load(a + k), v128.load(m + k)), v128.load(b + k), even);
    odd = madd(f32x4.mul(v128.load(a + k, 16), v128.load(m + k, 16)), v128.load(b + k, 16), odd);
  }
  const sum = f32x4.add(even, odd);
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}
