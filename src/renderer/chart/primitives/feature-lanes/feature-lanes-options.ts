import type { ChartTheme } from '../../chart-theme.ts';

/** Red, green, blue: lanes are made pixel by pixel. */
export interface FeatureLanesOptions {
  readonly positive: readonly [number, number, number];
  readonly negative: readonly [number, number, number];
  readonly background: string;
}

export function featureLanesOptions({ lanePositive, laneNegative, background }: ChartTheme): FeatureLanesOptions {
  return { positive: lanePositive, negative: laneNegative, background };
}
