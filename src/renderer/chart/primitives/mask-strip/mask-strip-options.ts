import type { ChartTheme, SpanColours } from '../../chart-theme.ts';

export interface MaskStripOptions {
  readonly colours: SpanColours;
  readonly background: string;
}

/** At the bottom of the candles; what else stands there keeps above it. CSS pixels. */
export const MASK_STRIP_HEIGHT = 16;

export function maskStripOptions(theme: ChartTheme): MaskStripOptions {
  return { colours: theme.label, background: theme.background };
}
