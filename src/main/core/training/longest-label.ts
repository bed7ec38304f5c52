import { longestRun } from '../../../shared/engine/crf/segments/segments-of-tags.ts';
import { binaryMask } from '../../../shared/engine/training/targets.ts';
import type { SnapshotWindow } from '../../store/queries/snapshots.ts';

/** In bars, over windows of `length` bars; spans that touch or overlap are one. */
export function longestLabel(windows: readonly Pick<SnapshotWindow, 'spans'>[], length: number): number {
  return windows.reduce((longest, { spans }) => Math.max(longest, longestRun(binaryMask(spans, length))), 0);
}
