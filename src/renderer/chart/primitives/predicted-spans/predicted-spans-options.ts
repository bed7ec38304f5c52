import type { ChartTheme, SpanColours } from '../../chart-theme.ts';

export interface PredictedSpansOptions {
  readonly colours: SpanColours;
  readonly background: string;
  /** Scores stand on the candles only. */
  readonly detailed: boolean;
}

export function predictedSpansOptions(theme: ChartTheme, detailed: boolean): PredictedSpansOptions {
  return { colours: theme.prediction, background: theme.background, detailed };
}
