import type { SeriesId, WindowId } from './ids.ts';
import type { TimeMs } from './time.ts';

/** `reviewed`: its spans are complete, so that its other bars count as "no expansion". */
export type WindowState = 'pending' | 'reviewed' | 'skipped';
export const WINDOW_STATES: readonly WindowState[] = ['pending', 'reviewed', 'skipped'];

/** The part that a dataset's own split gave the window; `embargo` windows are used by no part. */
export type SplitPart = 'train' | 'val' | 'test' | 'embargo';

/** Consecutive bars of a series: the unit of the queue and of training. */
export interface LabelWindow {
  readonly id: WindowId;
  readonly seriesId: SeriesId;
  /** Opening times of its first and last bar. */
  readonly startTime: TimeMs;
  readonly endTime: TimeMs;
  /** In bars. */
  readonly length: number;
  readonly state: WindowState;
  readonly skipReason: string;
  /** The dataset that it came with, and its part there; null for windows made in the app. */
  readonly dataset: string | null;
  readonly split: SplitPart | null;
}

export const DEFAULT_WINDOW_LENGTH = 105;
