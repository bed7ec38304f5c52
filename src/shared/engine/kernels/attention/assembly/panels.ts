import { Job } from './job';

/** A head's rows as panels whose columns are the bars: [T'/8, W, 8], zeros beyond the last bar. */
export function packByBar(job: Job, rows: usize): void {
  for (let panel = 0; panel < job.barPanels; panel++) packBars(job, rows, panel);
}

/** Exported to be a function of its own, which gets optimised. */
export function packBars(job: Job, rows: usize, panel: i32): void {
  const to = job.byBar + panel * job.width * 32;
  const bars = min(8, job.steps - panel * 8);
  for (let lane = 0; lane < 8; lane++) {
    const row = rows + (panel * 8 + lane) * job.rowBytes;
    for (let k = 0; k < job.width; k++) f32.store(to + k * 32 + lane * 4, lane < bars ? f32.load(row + k * 4) : 0);
  }
}

/** A head's rows as panels whose columns are the channels: [W'/8, T, 8], zeros beyond the last channel. */
export function packByChannel(job: Job, rows: usize, panels: usize): void {
  for (let t = 0; t < job.steps; t++) {
    const row = rows + t * job.rowBytes;
    for (let c = 0; c < job.channelPanels * 8; c++) {
      f32.store(panels + ((c >> 3) * job.steps + t) * 32 + (c & 7) * 4, c < job.width ? f32.load(row + c * 4) : 0);
    }
  }
}

/** The other way round. */
export function unpackChannels(job: Job, panels: usize, rows: usize): void {
  for (let t = 0; t < job.steps; t++) {
    const row = rows + t * job.rowBytes;
    for (let c = 0; c < job.width; c++) f32.store(row + c * 4, f32.load(panels + ((c >> 3) * job.steps + t) * 32 + (c & 7) * 4));
  }
}
