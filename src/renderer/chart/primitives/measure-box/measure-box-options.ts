import type { ChartTheme, SpanColours } from '../../chart-theme.ts';

export interface MeasureBoxOptions {
  readonly colours: SpanColours;
  readonly background: string;
}

export function measureBoxOptions(theme: ChartTheme): MeasureBoxOptions {
  return { colours: theme.measure, background: theme.background };
}
