import type { ChartTheme, SpanColours } from '../../chart-theme.ts';
import { BADGE_HEIGHT } from '../badge.ts';
import { MASK_STRIP_HEIGHT } from '../mask-strip/mask-strip-options.ts';

/** Of two runs over the same bars, each has colour, dashes and a row of brackets of its own. */
export type PredictionRank = 'first' | 'second';

export interface PredictedSpansOptions {
  readonly colours: SpanColours;
  readonly background: string;
  /** Lengths of stroke and gap along the edges, in CSS pixels. */
  readonly dash: readonly [stroke: number, gap: number];
  /** CSS pixels from the bottom of the pane to the brackets. */
  readonly bottom: number;
  /** Scores stand on the candles only. */
  readonly detailed: boolean;
}

/** Above the strip of the target. */
const FIRST_BOTTOM = MASK_STRIP_HEIGHT + 4;
const ROW = BADGE_HEIGHT + 12;

export function predictedSpansOptions(theme: ChartTheme, rank: PredictionRank, detailed: boolean): PredictedSpansOptions {
  const { background } = theme;
  if (rank === 'first') return { colours: theme.prediction, background, dash: [5, 4], bottom: FIRST_BOTTOM, detailed };
  return { colours: theme.secondPrediction, background, dash: [1, 3], bottom: FIRST_BOTTOM + ROW, detailed };
}
