import type { ChartTheme } from '../../chart-theme.ts';

export interface BarCursorOptions {
  readonly ink: string;
  readonly wash: string;
}

export function barCursorOptions(theme: ChartTheme): BarCursorOptions {
  return { ink: theme.cursor, wash: theme.cursorWash };
}
