/**
 * Scaled dot-product attention of some windows, one head after the other. Rows of a head are W = C/heads floats at every C;
 * T' and W' are T and W rounded up to a multiple of 8. Field order as in ../attention-record.ts.
 */
@unmanaged
export class Job {
  firstWindow: i32;
  lastWindow: i32;
  /** T bars, C channels */
  steps: i32;
  channels: i32;
  heads: i32;
  /** [B, T, C]; likewise their gradients */
  query: usize;
  key: usize;
  value: usize;
  output: usize;
  dOutput: usize;
  dQuery: usize;
  dKey: usize;
  dValue: usize;
  /** [T'/8, W, 8]: columns are the bars */
  byBar: usize;
  /** [W'/8, T, 8]: columns are the channels; two of them */
  byChannel: usize;
  gathered: usize;
  /** [T, T']: weights of the bars, and dLoss/d scores */
  weights: usize;
  slopes: usize;
  /** [T, W'] */
  rows: usize;

  @inline get width(): i32 { return this.channels / this.heads; }
  @inline get rowBytes(): i32 { return this.channels * 4; }
  @inline get barPanels(): i32 { return (this.steps + 7) / 8; }
  @inline get channelPanels(): i32 { return (this.width + 7) / 8; }
  @inline get weightRowBytes(): i32 { return this.barPanels * 32; }
  /** First row of a head in one of the [B, T, C] */
  @inline headOf(values: usize, window: i32, head: i32): usize { return values + window * this.steps * this.rowBytes + head * this.width * 4; }
}
