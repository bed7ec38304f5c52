import type { MeasureFigures } from './measure-bars.ts';

const counts = new Intl.NumberFormat('en-GB');

/** '+12.25 · +0.25 %' and '24 bars · 3.1 ATR'. `barsPerCandle`: where a candle stands for several bars, ATR is of candles. */
export function measureWords({ bars, points, percent, atr }: MeasureFigures, priceDecimals: number, barsPerCandle: number): readonly [price: string, bars: string] {
  const count = bars * barsPerCandle;
  const price = [signed(points, priceDecimals), ...(percent === null ? [] : [`${signed(percent, 2)} %`])];
  const width = [count === 1 ? '1 bar' : `${counts.format(count)} bars`, ...(atr === null ? [] : [`${atr.toFixed(1)} ATR`])];
  return [price.join(' · '), width.join(' · ')];
}

function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}
