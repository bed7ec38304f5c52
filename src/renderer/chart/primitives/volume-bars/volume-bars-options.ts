import type { ChartTheme } from '../../chart-theme.ts';

export interface VolumeBarsOptions {
  readonly up: string;
  readonly down: string;
}

export function volumeBarsOptions(theme: ChartTheme): VolumeBarsOptions {
  return { up: theme.volumeUp, down: theme.volumeDown };
}
