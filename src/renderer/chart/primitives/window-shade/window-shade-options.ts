import type { ChartTheme } from '../../chart-theme.ts';

export interface WindowShadeOptions {
  readonly outside: string;
  readonly edge: string;
}

export function windowShadeOptions(theme: ChartTheme): WindowShadeOptions {
  return { outside: theme.outside, edge: theme.windowEdge };
}
