import { sigmoid } from '../../bilstm/assembly/lanes';
import { fillMask } from './mask';
import { dot, maskedDot } from './vectors';
import { WindowHead, WindowJob } from './window-job';

/** Linear layer with ReLU over the mean, then every head of the window. */
export function windowsForward(job: WindowJob): void {
  for (let b = 0; b < job.batch; b++) projectWindow(job, b);
  for (let h = 0; h < job.headCount; h++) windowHeadForward(job, job.headAt(h));
}

export function projectWindow(job: WindowJob, b: i32): void {
  const rowBytes = job.rowBytes;
  const mean = job.mean + b * rowBytes;
  const hidden = job.hidden + b * job.hiddenBytes;
  for (let j = 0; j < job.hiddenUnits; j++) {
    const sum = dot(mean, job.weight + j * rowBytes, rowBytes, job.pair) + f32.load(job.bias + j * 4);
    // A NaN stays one.
    f32.store(hidden + j * 4, sum < 0 ? 0 : sum);
  }
}

export function windowHeadForward(job: WindowJob, head: WindowHead): void {
  const bytes = job.hiddenBytes;
  fillMask(head.mask, head.key, head.dropped, 0, job.batch * job.hiddenUnits);
  for (let b = 0; b < job.batch; b++) {
    for (let o = 0; o < head.outputs; o++) {
      const sum = maskedDot(job.hidden + b * bytes, head.mask + b * bytes, head.weight + o * bytes, bytes, job.pair) + f32.load(head.bias + o * 4);
      const value = head.squashed ? f32x4.extract_lane(sigmoid(f32x4.splat(sum)), 0) : sum;
      f32.store(head.out + (b * head.outputs + o) * 4, value);
    }
  }
}
