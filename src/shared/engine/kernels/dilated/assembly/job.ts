/** One convolution. Field order as in ../dilated-records.ts. */
@unmanaged
export class Block {
  /** Bars of the kernel that may lie within the window, of these the first one's number in the kernel, and the bars between two */
  taps: i32;
  firstTap: i32;
  dilation: i32;
  /** [B or 1, T + 2 reach, R]: rectified states with rows of zeros on both sides, and their bytes per window */
  states: usize;
  windowBytes: i32;
  /** [C/8, K C, 8]: what the bars of the kernel side by side are multiplied with, forwards and backwards */
  panels: usize;
  backPanels: usize;
  /** like panels */
  dPanels: usize;
  /** [C] and its gradient */
  bias: usize;
  dBias: usize;

  /** Bars from the middle of the kernel to its first one within the window */
  @inline get reach(): i32 { return (this.taps >> 1) * this.dilation; }
}

/** The encoder over some windows. C is a multiple of 8. Field order as in ../dilated-records.ts. */
@unmanaged
export class Job {
  firstWindow: i32;
  lastWindow: i32;
  /** T bars, D inputs, C channels, K bars of a kernel */
  steps: i32;
  inputs: i32;
  channels: i32;
  kernel: i32;
  /** Bytes of R floats, of which C are used: rows at a power of two apart would meet in the cache */
  stateRowBytes: i32;
  /** [B, T, D] */
  x: usize;
  /** [B, T, C]; likewise dLoss/d output */
  output: usize;
  dOutput: usize;
  /** [C/8, D, 8] and its gradient */
  inputPanels: usize;
  dInputPanels: usize;
  /** [C] and its gradient */
  inputBias: usize;
  dInputBias: usize;
  /** [padding + T + padding, R]: dLoss/d states of a window, and rows of zeros */
  slopes: usize;
  padding: i32;
  /** [T, C]: dLoss/d rectified states of a window */
  dStates: usize;
  blockCount: i32;
  /** Records of the blocks, one after the other */
  blocks: usize;

  @inline blockAt(index: i32): Block { return changetype<Block>(this.blocks + index * offsetof<Block>()); }
  @inline get rowBytes(): i32 { return this.channels * 4; }
  @inline outputOf(window: i32): usize { return this.output + window * this.steps * this.rowBytes; }
  @inline dOutputOf(window: i32): usize { return this.dOutput + window * this.steps * this.rowBytes; }
  @inline xOf(window: i32): usize { return this.x + window * this.steps * this.inputs * 4; }
  /** First of a window's rows of zeros before its states */
  @inline statesOf(block: Block, window: i32): usize { return block.states + (window - this.firstWindow) * block.windowBytes; }
  /** First panel of a block's rows of the first bar that may lie within the window */
  @inline firstRowOf(panels: usize, block: Block): usize { return panels + block.firstTap * this.channels * 32; }
  @inline get panelBytes(): i32 { return this.kernel * this.channels * 32; }
}
