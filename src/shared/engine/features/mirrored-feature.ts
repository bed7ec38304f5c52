/** Which feature of a bar, times what, is this one where log prices are reflected: rises are falls, and highs are lows. */
export interface MirroredFeature {
  readonly from: string;
  readonly sign: 1 | -1;
}
