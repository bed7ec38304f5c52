import type { ChartTheme } from '../../chart-theme.ts';

export interface BarCursorOptions {
  readonly ink: string;
  readonly wash: string;
  /** The marker stands below the candles only. */
  readonly detailed: boolean;
}

export function barCursorOptions(theme: ChartTheme, detailed: boolean): BarCursorOptions {
  return { ink: theme.cursor, wash: theme.cursorWash, detailed };
}
