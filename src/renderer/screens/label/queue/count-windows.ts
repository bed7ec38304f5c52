/** How many windows of `length` bars, one every `stride` bars, fit into `bars`. */
export function countWindows(bars: number, length: number, stride: number): number {
  return bars < length ? 0 : Math.floor((bars - length) / stride) + 1;
}
