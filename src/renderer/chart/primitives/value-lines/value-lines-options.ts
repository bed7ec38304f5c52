import type { ChartTheme } from '../../chart-theme.ts';
import type { LineName } from '../../indicators/indicator-lines.ts';

export interface LineStroke {
  readonly colour: string;
  /** CSS pixels. */
  readonly width: number;
  /** Lengths of stroke and gap in CSS pixels; empty: unbroken. */
  readonly dash: readonly number[];
}

export type ValueLinesOptions = Readonly<Record<LineName, LineStroke>>;

/** The two averages share a hue, and the slower one is dashed: told apart without colour. */
export function valueLinesOptions({ average, vwap, range }: ChartTheme): ValueLinesOptions {
  return {
    ema20: { colour: average, width: 1.5, dash: [] },
    ema50: { colour: average, width: 1.5, dash: [6, 4] },
    vwap: { colour: vwap, width: 2, dash: [] },
    atr: { colour: range, width: 1.5, dash: [] },
  };
}
