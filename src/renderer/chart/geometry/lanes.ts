import type { Stretch } from './bar-axis.ts';

/**
 * Gives each box the topmost lane in which it touches no box before it.
 * `boxes` ascend by their left side; the answer is the lane of each, from 0.
 */
export function assignLanes(boxes: readonly Stretch[], gap: number): number[] {
  const laneEnds: number[] = [];
  return boxes.map((box) => {
    const free = laneEnds.findIndex((end) => end + gap <= box.left);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = box.right;
    return lane;
  });
}
