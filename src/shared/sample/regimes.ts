import type { Direction, SpanType } from '../domain/span.ts';
import type { RandomSource } from './random-source.ts';

export type RegimeName = 'quiet' | 'trend' | 'retracement' | 'expansion';

/** A stretch of bars that behave alike. `drift`: per bar, in deviations of a bar's log return, signed. */
export interface Regime {
  readonly name: RegimeName;
  readonly bars: number;
  readonly drift: number;
  /** Factor on the deviation of the log return. */
  readonly volatility: number;
  /** Factor on the volume. */
  readonly activity: number;
}

export const FIRST_REGIME: Regime = { name: 'quiet', bars: 40, drift: 0, volatility: 0.7, activity: 0.8 };

const sign = (random: RandomSource): number => (random.chance(0.5) ? 1 : -1);

const quiet = (random: RandomSource): Regime => ({
  name: 'quiet',
  bars: 12 + random.duration(45),
  drift: 0,
  volatility: 0.55 + 0.25 * random.uniform(),
  activity: 0.8,
});

const trend = (random: RandomSource): Regime => ({
  name: 'trend',
  bars: 10 + random.duration(30),
  drift: sign(random) * (0.1 + 0.2 * random.uniform()),
  volatility: 0.9,
  activity: 1.1,
});

const retracement = (random: RandomSource, against: number): Regime => ({
  name: 'retracement',
  bars: 5 + random.duration(8),
  drift: -Math.sign(against) * (0.3 + 0.2 * random.uniform()),
  volatility: 0.8,
  activity: 0.9,
});

const expansion = (random: RandomSource, direction: number): Regime => ({
  name: 'expansion',
  bars: 4 + Math.min(16, random.duration(6)),
  drift: direction * (1.1 + 0.7 * random.uniform()),
  volatility: 1.35,
  activity: 2.2,
});

/**
 * The regime that follows. Expansions come out of a quiet stretch, in either direction, or out of a retracement, in the
 * direction of the trend before it: the two states that a label's type tells apart.
 */
export function nextRegime(current: Regime, random: RandomSource): Regime {
  switch (current.name) {
    case 'quiet':
      return random.chance(0.55) ? expansion(random, sign(random)) : trend(random);
    case 'trend':
      return random.chance(0.6) ? retracement(random, current.drift) : quiet(random);
    case 'retracement':
      return random.chance(0.7) ? expansion(random, -Math.sign(current.drift)) : quiet(random);
    case 'expansion':
      return random.chance(0.6) ? quiet(random) : trend(random);
  }
}

export const directionOf = (regime: Regime): Direction => (regime.drift >= 0 ? 'up' : 'down');
export const typeAfter = (before: Regime): SpanType => (before.name === 'retracement' ? 'retracement' : 'consolidation');
