import { Job } from './job';

/** Weights as [h | x | 1] wants them. Columns of padded units and rows of padded hidden states are zero. */
export function packWeights(job: Job): void {
  const padded = job.padded;
  memory.fill(job.packed, 0, 4 * padded * job.depth * 4);
  for (let gate = 0; gate < 4; gate++) {
    for (let unit = 0; unit < job.units; unit++) packUnit(job, gate, unit);
  }
}

/** The column of one gate of one unit. Exported to be a function of its own, which gets optimised. */
export function packUnit(job: Job, gate: i32, unit: i32): void {
  const row = gate * job.units + unit;
  const hh = job.weightHh + row * job.units * 4;
  const ih = job.weightIh + row * job.inputs * 4;
  let to = columnAt(job, job.packed, gate, unit);
  for (let k = 0; k < job.units; k++) f32.store(to + k * 32, f32.load(hh + k * 4));
  to += job.padded * 32;
  for (let k = 0; k < job.inputs; k++) f32.store(to + k * 32, f32.load(ih + k * 4));
  f32.store(to + job.inputs * 32, f32.load(job.biasIh + row * 4) + f32.load(job.biasHh + row * 4));
}

/** From dPacked to gradients in PyTorch's layout. */
export function unpackGradients(job: Job): void {
  for (let gate = 0; gate < 4; gate++) {
    for (let unit = 0; unit < job.units; unit++) unpackUnit(job, gate, unit);
  }
}

export function unpackUnit(job: Job, gate: i32, unit: i32): void {
  const row = gate * job.units + unit;
  const hh = job.dWeightHh + row * job.units * 4;
  const ih = job.dWeightIh + row * job.inputs * 4;
  let from = columnAt(job, job.dPacked, gate, unit);
  for (let k = 0; k < job.units; k++) f32.store(hh + k * 4, f32.load(from + k * 32));
  from += job.padded * 32;
  for (let k = 0; k < job.inputs; k++) f32.store(ih + k * 4, f32.load(from + k * 32));
  f32.store(job.dBias + row * 4, f32.load(from + job.inputs * 32));
}

/** First element of the column of a gate of a unit; the next row's is 32 bytes further. */
@inline
function columnAt(job: Job, panels: usize, gate: i32, unit: i32): usize {
  const panel = (unit >> 3) * 4 + gate;
  return panels + panel * job.depth * 32 + (unit & 7) * 4;
}

/** The transpose for the backward pass, in panels of eight rows of `packed`: those of h, and those of x if wanted. */
export function transposeWeights(job: Job): void {
  const padded = job.padded;
  for (let k = 0; k < padded; k += 8) transposePanel(job, k, 8, k);
  if (!job.dx) return;
  for (let k = 0; k < job.inputs; k += 8) transposePanel(job, padded + k, min(8, job.inputs - k), padded + k);
}

/** Eight rows of `packed` from `row` on, of which `height` exist, into the panel of the same number. */
export function transposePanel(job: Job, row: i32, height: i32, to: i32): void {
  const depth = job.depth;
  const columns = job.padded * 4;
  let out = job.transposed + to * columns * 4;
  for (let panel = 0; panel < columns / 8; panel++) {
    const from = job.packed + (panel * depth + row) * 32;
    for (let lane = 0; lane < 8; lane++) {
      for (let r = 0; r < 8; r++) {
        f32.store(out + r * 4, r < height ? f32.load(from + r * 32 + lane * 4) : 0);
      }
      out += 32;
    }
  }
}
