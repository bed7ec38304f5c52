import type { Interval, PairedDifference, Verdict } from '../../../domain/evaluation.ts';

/** Of the resamples, so many must have a figure before there is an interval of it. */
const ENOUGH = 0.5;

/** 95 % percentile interval of the samples that are defined; null where most are not. */
export function intervalOf(samples: Float64Array): Interval | null {
  const defined = samples.filter((sample) => !Number.isNaN(sample)).sort();
  if (defined.length === 0 || defined.length < ENOUGH * samples.length) return null;
  return [percentile(defined, 0.025), percentile(defined, 0.975)];
}

/** Straight between neighbours. sorted: ascending, at least one. */
function percentile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** One figure of one predictor: its value, and its samples ([resamples]). */
export interface SampledFigure {
  readonly value: number;
  readonly samples: Float64Array;
}

/**
 * The first minus the second, both of the same windows and the same resamples. `higherIsBetter`: whether a larger figure is
 * praise. null where most resamples leave one of them undefined.
 */
export function pairedDifference(first: SampledFigure, second: SampledFigure, higherIsBetter = true): PairedDifference | null {
  const interval = intervalOf(first.samples.map((sample, r) => sample - second.samples[r]));
  const difference = first.value - second.value;
  if (interval === null || Number.isNaN(difference)) return null;
  return { difference, interval, verdict: verdictOf(interval, higherIsBetter) };
}

function verdictOf([low, high]: Interval, higherIsBetter: boolean): Verdict {
  if (low <= 0 && high >= 0) return 'noDifference';
  return low > 0 === higherIsBetter ? 'better' : 'worse';
}
