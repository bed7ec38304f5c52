/** A linear head over the window's hidden units. Field order as in ../window-records.ts. */
@unmanaged
export class WindowHead {
  /** O */
  outputs: i32;
  /** [O, P], [O] and their gradients */
  weight: usize;
  bias: usize;
  dWeight: usize;
  dBias: usize;
  /** [B, O]; likewise dLoss/d out */
  out: usize;
  dOut: usize;
  /** [B, P]: factors of what the head reads */
  mask: usize;
  /** Stream of the dropout mask over [B, P] */
  key: i32;
  /** Of 65536 elements, how many are dropped; 0 for none */
  dropped: i32;
  /** 1 where the output goes through a sigmoid */
  squashed: i32;
}

/** From the mean of a window's states to its heads. C and P are multiples of 8. Field order as in ../window-records.ts. */
@unmanaged
export class WindowJob {
  /** B windows */
  batch: i32;
  /** C states per bar */
  width: i32;
  /** P hidden units */
  hiddenUnits: i32;
  /** [B, C]; likewise dLoss/d mean */
  mean: usize;
  dMean: usize;
  /** [P, C], [P] and their gradients */
  weight: usize;
  bias: usize;
  dWeight: usize;
  dBias: usize;
  /** [B, P]: hidden units after ReLU; likewise dLoss/d hidden */
  hidden: usize;
  dHidden: usize;
  /** [8]: see sumOfPair */
  pair: usize;
  headCount: i32;
  /** Records of the heads, one after the other */
  heads: usize;

  @inline headAt(index: i32): WindowHead { return changetype<WindowHead>(this.heads + index * offsetof<WindowHead>()); }
  @inline get rowBytes(): i32 { return this.width * 4; }
  @inline get hiddenBytes(): i32 { return this.hiddenUnits * 4; }
}
