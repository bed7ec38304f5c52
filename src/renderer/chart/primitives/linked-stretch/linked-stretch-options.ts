import { wash, type ChartTheme } from '../../chart-theme.ts';

export interface LinkedStretchOptions {
  readonly wash: string;
  readonly ink: string;
}

export function linkedStretchOptions(theme: ChartTheme): LinkedStretchOptions {
  return { wash: wash(theme.measure, 0.14), ink: theme.measure.ink };
}
