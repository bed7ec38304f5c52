/**
 * One direction of one pass over some windows: sizes, then addresses in bytes, then strides in bytes.
 * The fields' order is that of JOB_FIELDS in ../wasm-job.ts. Units are padded to P = a multiple of 8; K = P + D + 1.
 * Columns of a row of 4P gates run by group of 8 units, then gate, then unit.
 */
@unmanaged
export class Job {
  /** B windows, T bars, D inputs, H units */
  batch: i32;
  steps: i32;
  inputs: i32;
  units: i32;
  /** 1 when steps run from the last bar to the first */
  reversed: i32;

  /** [B, T, D] */
  x: usize;
  /** [B, T, 2H], at this direction's half of the first row; likewise dOutput */
  output: usize;
  dOutput: usize;
  /** [B, T, D], this direction's part; 0 where it is not wanted */
  dx: usize;
  /** [B, H] */
  lastCells: usize;
  dLastCells: usize;

  /** PyTorch's [4H, D], [4H, H], [4H], [4H] and their gradients; both biases share one */
  weightIh: usize;
  weightHh: usize;
  biasIh: usize;
  biasHh: usize;
  dWeightIh: usize;
  dWeightHh: usize;
  dBias: usize;

  /** [4P/8, K, 8]: what [h | x | 1] is multiplied with */
  packed: usize;
  /** [(P + Dp)/8, 4P, 8]: its transpose without the bias row, Dp inputs padded to a multiple of 8 */
  transposed: usize;
  /** like packed */
  dPacked: usize;
  /** [h | x | 1], [steps + 1 or 2, B, rowBytes] */
  rows: usize;
  /** i, f, g, o after their activation, [T or 1, B, 4P] */
  gates: usize;
  /** [T + 1 or 1, B, P] */
  cells: usize;
  /** tanh of the cells, [T or 1, B, P] */
  squashed: usize;
  /** [4, B, dzRowBytes] */
  dz: usize;
  /** [B, P + Dp]: by h, then by x */
  dRows: usize;
  /** [B, P] */
  dCells: usize;

  rowBytes: i32;
  dzRowBytes: i32;
  dRowBytes: i32;
  /** 0 where only the newest is kept */
  gateStepBytes: i32;
  cellStepBytes: i32;
  /** 1 where only the two newest slabs of rows are kept, else all ones */
  rowStepMask: i32;
  /** 1 where the machine joins two vectors into one of twice the width */
  wide: i32;

  /** P */
  @inline get padded(): i32 { return (this.units + 7) & -8; }
  /** K */
  @inline get depth(): i32 { return this.padded + this.inputs + 1; }
  @inline rowsAt(step: i32): usize { return this.rows + (step & this.rowStepMask) * this.batch * this.rowBytes; }
  @inline gatesAt(step: i32): usize { return this.gates + step * this.gateStepBytes; }
  @inline cellsAt(step: i32): usize { return this.cells + step * this.cellStepBytes; }
  @inline squashedAt(step: i32): usize { return this.squashed + step * this.cellStepBytes; }
  @inline barAt(step: i32): i32 { return this.reversed ? this.steps - 1 - step : step; }
}
