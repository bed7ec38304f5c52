import type { ChartTheme } from '../../chart-theme.ts';

export interface SwingMarkOptions {
  readonly ink: string;
  readonly background: string;
}

export function swingMarkOptions(theme: ChartTheme): SwingMarkOptions {
  return { ink: theme.label.ink, background: theme.background };
}
