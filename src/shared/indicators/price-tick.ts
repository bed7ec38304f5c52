import type { BarColumns } from '../domain/bar.ts';

/** Bars that are looked at, evenly spread. */
const MOST_BARS = 2000;
/** Fewer different prices say nothing of the steps between them. */
const FEWEST_PRICES = 24;

/**
 * The step that prices move in, in the quote unit: the greatest that divides every price of a sample, up to the rounding of floats,
 * and of which a whole number make 1, as 0.25, or that is whole itself, as 5. Others, as 0.03, no exchange has and a sample may have by
 * chance. The last decimal that prices are written with where there are too few to tell. decimals: of that.
 */
export function priceTick(bars: Pick<BarColumns, 'open' | 'high' | 'low' | 'close'>, decimals: number): number {
  const scale = 10 ** decimals;
  const stride = Math.max(1, Math.floor(bars.close.length / MOST_BARS));
  const seen = new Set<number>();
  let step = 0;
  for (let i = 0; i < bars.close.length && step !== 1; i += stride) {
    for (const column of [bars.open, bars.high, bars.low, bars.close]) {
      const units = Math.round(Math.abs(column[i]) * scale);
      seen.add(units);
      step = greatestDivisor(step, units);
    }
  }
  return (step === 1 || seen.size < FEWEST_PRICES ? 1 : possibleStep(step, decimals)) / scale;
}

/** Both are whole and not negative; 0 is divided by everything. */
function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** In units of the last decimal: the greatest divisor of `step` that divides 10^decimals or is a multiple of it, made of twos and fives. */
function possibleStep(step: number, decimals: number): number {
  const [twos, fives] = [timesDivisible(step, 2), timesDivisible(step, 5)];
  if (twos >= decimals && fives >= decimals) return 2 ** twos * 5 ** fives;
  return 2 ** Math.min(twos, decimals) * 5 ** Math.min(fives, decimals);
}

function timesDivisible(whole: number, factor: number): number {
  return whole > 0 && whole % factor === 0 ? 1 + timesDivisible(whole / factor, factor) : 0;
}

/** The finer of two estimates: of both steps every price is a multiple. */
export function finerTick(a: number, b: number, decimals: number): number {
  const scale = 10 ** decimals;
  return greatestDivisor(Math.round(a * scale), Math.round(b * scale)) / scale;
}

/** The nearest price that can be traded. */
export const roundToTick = (price: number, tick: number): number => Math.round(price / tick) * tick;
