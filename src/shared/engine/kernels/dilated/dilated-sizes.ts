/** A dilated encoder over B windows of T bars: L blocks of convolutions over K bars, C channels. */
export interface DilatedSizes {
  readonly batch: number;
  readonly steps: number;
  readonly inputs: number;
  readonly channels: number;
  readonly blocks: number;
  /** Odd. */
  readonly kernel: number;
}

/** Bars between two that block n reads. */
export const dilationOf = (block: number): number => 2 ** block;
