import type { ChartTheme, SpanColours } from '../../chart-theme.ts';

export interface PendingSpanOptions {
  readonly colours: SpanColours;
  readonly background: string;
}

export function pendingSpanOptions(theme: ChartTheme): PendingSpanOptions {
  return { colours: theme.pending, background: theme.background };
}
