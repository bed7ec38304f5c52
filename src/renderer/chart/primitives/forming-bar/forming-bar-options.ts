import type { ChartTheme } from '../../chart-theme.ts';

export interface FormingBarOptions {
  readonly up: string;
  readonly down: string;
  readonly background: string;
  /** Of the frame around it. */
  readonly frame: string;
}

export function formingBarOptions(theme: ChartTheme): FormingBarOptions {
  return { up: theme.up, down: theme.down, background: theme.background, frame: theme.strongText };
}
