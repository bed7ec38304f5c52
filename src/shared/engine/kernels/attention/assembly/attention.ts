import { addOuterPanel } from '../../bilstm/assembly/outer-tile';
import { addTaps } from '../../dilated/assembly/tap-tile';
import { Job } from './job';
import { packByBar, packByChannel, unpackChannels } from './panels';
import { scoreSlopes, softmaxRows } from './softmax';

/** output = softmax(Q K' / sqrt(W)) V of each head */
export function forward(job: Job): void {
  for (let window = job.firstWindow; window < job.lastWindow; window++) {
    for (let head = 0; head < job.heads; head++) {
      weigh(job, window, head);
      packByChannel(job, job.headOf(job.value, window, head), job.byChannel);
      multiplyWeights(job, job.weights, job.headOf(job.output, window, head));
    }
  }
}

/** dQ, dK and dV of each head, from dLoss/d output; the weights are made again, which is cheaper than to keep them. */
export function backward(job: Job): void {
  const scale = scaleOf(job);
  for (let window = job.firstWindow; window < job.lastWindow; window++) {
    for (let head = 0; head < job.heads; head++) {
      const dOutput = job.headOf(job.dOutput, window, head);
      weigh(job, window, head);
      packByChannel(job, dOutput, job.byChannel);
      gather(job, job.weights, job.headOf(job.dValue, window, head));
      packByBar(job, job.headOf(job.value, window, head));
      multiplyByBars(job, dOutput, job.slopes);
      scoreSlopes(job, scale);
      packByChannel(job, job.headOf(job.query, window, head), job.byChannel);
      gather(job, job.slopes, job.headOf(job.dKey, window, head));
      packByChannel(job, job.headOf(job.key, window, head), job.byChannel);
      multiplyWeights(job, job.slopes, job.headOf(job.dQuery, window, head));
    }
  }
}

@inline
function scaleOf(job: Job): f32 {
  return 1 / sqrt<f32>(<f32>job.width);
}

/** weights = softmax(Q K' / sqrt(W)) */
function weigh(job: Job, window: i32, head: i32): void {
  packByBar(job, job.headOf(job.key, window, head));
  multiplyByBars(job, job.headOf(job.query, window, head), job.weights);
  softmaxRows(job, scaleOf(job));
}

/** out [T, T'] = rows of a head times what is packed by bar */
function multiplyByBars(job: Job, rows: usize, out: usize): void {
  memory.fill(out, 0, job.steps * job.weightRowBytes);
  for (let panel = 0; panel < job.barPanels; panel++) {
    addTaps(job.steps, rows, job.rowBytes, 1, 0, job.width, job.byBar + panel * job.width * 32, out + panel * 32, job.weightRowBytes);
  }
}

/** Rows of a head = weights [T, T'] times what is packed by channel */
function multiplyWeights(job: Job, weights: usize, out: usize): void {
  const bytes = job.channelPanels * 32;
  memory.fill(job.rows, 0, job.steps * bytes);
  for (let panel = 0; panel < job.channelPanels; panel++) {
    addTaps(job.steps, weights, job.weightRowBytes, 1, 0, job.steps, job.byChannel + panel * job.steps * 32, job.rows + panel * 32, bytes);
  }
  for (let t = 0; t < job.steps; t++) memory.copy(out + t * job.rowBytes, job.rows + t * bytes, job.width * 4);
}

/** Rows of a head = weights' [T, T] times what is packed by channel */
function gather(job: Job, weights: usize, out: usize): void {
  const panelBytes = job.steps * 32;
  memory.fill(job.gathered, 0, job.channelPanels * panelBytes);
  for (let panel = 0; panel < job.channelPanels; panel++) {
    addOuterPanel(0, job.steps, weights, job.weightRowBytes, job.byChannel + panel * panelBytes, 32, job.steps, job.gathered + panel * panelBytes);
  }
  unpackChannels(job, job.gathered, out);
}
