/** A linear head over each bar. Field order as in ../bar-records.ts. */
@unmanaged
export class BarHead {
  /** O */
  outputs: i32;
  /** [O, C], [O] and their gradients, which are added to */
  weight: usize;
  bias: usize;
  dWeight: usize;
  dBias: usize;
  /** [B, T, O] */
  out: usize;
  dOut: usize;
  /** Stream of the dropout mask over [B, T, C] */
  key: i32;
  /** Of 65536 elements, how many are dropped; 0 for none */
  dropped: i32;
  /** [O, C]: a window's share of dWeight */
  share: usize;
}

/** The heads of some windows. C is a multiple of 8. Field order as in ../bar-records.ts. */
@unmanaged
export class BarJob {
  firstWindow: i32;
  lastWindow: i32;
  /** T bars */
  steps: i32;
  /** C states per bar */
  width: i32;
  /** [B, T, C] */
  states: usize;
  dStates: usize;
  /** [B, C]: states averaged over the bars */
  mean: usize;
  dMean: usize;
  /** [C]: factors of a bar's states */
  mask: usize;
  /** [8]: see sumOfPair */
  pair: usize;
  headCount: i32;
  /** Records of the heads, one after the other */
  heads: usize;

  @inline headAt(index: i32): BarHead { return changetype<BarHead>(this.heads + index * offsetof<BarHead>()); }
  @inline get rowBytes(): i32 { return this.width * 4; }
  /** The n-th bar of a window among all bars */
  @inline barOf(window: i32, step: i32): i32 { return window * this.steps + step; }
}
