import type { FeatureSetName, TrainConfig } from '../../../shared/domain/train-config.ts';
import type { TimeSpan } from '../chart-types.ts';

/** Which features, and as which run sees them. */
export interface FeatureWish {
  readonly set: FeatureSetName;
  /** Some features are shares of a window's length. */
  readonly windowLength: number;
  readonly scope: TrainConfig['featureScope'];
  /** With the scope `window`: the window in which they start afresh, and outside of which there are none. null: all bars in one pass. */
  readonly window: TimeSpan | null;
}

/** What is to be computed; nothing that is not wanted costs anything. */
export interface IndicatorWish {
  readonly ema: boolean;
  readonly vwap: boolean;
  readonly atr: boolean;
  readonly features: FeatureWish | null;
}

export const NO_INDICATORS: IndicatorWish = { ema: false, vwap: false, atr: false, features: null };
