import type { BarColumns } from '../domain/bar.ts';

/** Bars that are looked at, evenly spread. */
const MOST_BARS = 2000;
/** Fewer different prices say nothing of the steps between them. */
const FEWEST_PRICES = 24;

/**
 * The step that prices move in, in the quote unit: the greatest that divides every price of a sample, as 0.25, without its factors
 * other than 2 and 5, which no exchange has and a sample may have by chance. At least the last decimal that the prices are written
 * with; that as well where there are too few prices to tell. Prices are whole multiples of it up to the rounding of floats.
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
  return (step === 1 || seen.size < FEWEST_PRICES ? 1 : twosAndFives(step)) / scale;
}

/** Both are whole and not negative; 0 is divided by everything. */
function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function twosAndFives(whole: number): number {
  let [rest, kept] = [Math.max(1, whole), 1];
  for (const factor of [2, 5]) {
    for (; rest % factor === 0; rest /= factor) kept *= factor;
  }
  return kept;
}

/** The finer of two estimates: of both steps every price is a multiple. */
export function finerTick(a: number, b: number, decimals: number): number {
  const scale = 10 ** decimals;
  return greatestDivisor(Math.round(a * scale), Math.round(b * scale)) / scale;
}

/** The nearest price that can be traded. */
export const roundToTick = (price: number, tick: number): number => Math.round(price / tick) * tick;
