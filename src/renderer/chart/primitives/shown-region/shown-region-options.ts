import { wash, type ChartTheme } from '../../chart-theme.ts';

export interface ShownRegionOptions {
  readonly wash: string;
  readonly edge: string;
  readonly window: string;
}

export function shownRegionOptions(theme: ChartTheme): ShownRegionOptions {
  return { wash: wash(theme.measure, 0.13), edge: wash(theme.measure, 0.75), window: theme.measure.ink };
}
