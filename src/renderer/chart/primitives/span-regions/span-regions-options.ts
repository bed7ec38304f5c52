import type { ChartTheme, SpanColours } from '../../chart-theme.ts';

export interface SpanRegionsOptions {
  readonly colours: SpanColours;
  readonly background: string;
  /** Badges and handles stand on the candles only; other panes just continue the shading. */
  readonly detailed: boolean;
}

export function spanRegionsOptions(theme: ChartTheme, detailed: boolean): SpanRegionsOptions {
  return { colours: theme.label, background: theme.background, detailed };
}
