import type { BarColumns } from '../../../shared/domain/bar.ts';

const MOST_BARS = 5000;
const MOST_DECIMALS = 10;

/** Decimals that prices are written with: the most that any of some thousand bars, spread over the series, needs. */
export function countPriceDecimals({ open, high, low, close }: BarColumns): number {
  const step = Math.max(1, Math.floor(close.length / MOST_BARS));
  let most = 0;
  for (let i = 0; i < close.length && most < MOST_DECIMALS; i += step) {
    for (const column of [open, high, low, close]) most = Math.max(most, decimalsOf(column[i]));
  }
  return Math.min(most, MOST_DECIMALS);
}

function decimalsOf(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}
