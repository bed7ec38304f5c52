import type { ChartTheme } from '../../chart-theme.ts';

export interface UnknownShadeOptions {
  readonly outside: string;
  readonly edge: string;
}

export function unknownShadeOptions(theme: ChartTheme): UnknownShadeOptions {
  return { outside: theme.outside, edge: theme.windowEdge };
}
