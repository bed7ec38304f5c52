import type { WatchedWindow } from '../../../../shared/contract/training.ts';

/** Height of both panes' boxes; a bar is one unit wide. */
export const BOX_HEIGHT = 100;
const BODY = 0.7;

export interface CandleShapes {
  readonly rising: string;
  readonly falling: string;
}

/** Paths of all candles: wicks as lines, bodies as boxes. The prices fill the box. */
export function candleShapes({ open, high, low, close }: WatchedWindow['bars']): CandleShapes {
  const lowest = low.reduce((least, price) => Math.min(least, price), Infinity);
  const highest = high.reduce((most, price) => Math.max(most, price), -Infinity);
  const scale = highest > lowest ? BOX_HEIGHT / (highest - lowest) : 0;
  const y = (price: number): string => (scale === 0 ? BOX_HEIGHT / 2 : (highest - price) * scale).toFixed(1);
  const candle = (i: number): string => {
    const [top, bottom] = [Math.max(open[i], close[i]), Math.min(open[i], close[i])];
    const middle = i + 0.5;
    const wicks = `M${middle} ${y(high[i])}V${y(top)}M${middle} ${y(bottom)}V${y(low[i])}`;
    return `${wicks}M${round(middle - BODY / 2)} ${y(top)}h${BODY}V${y(bottom)}h-${BODY}z`;
  };
  const bars = Array.from(open.keys());
  const ofThose = (holds: (i: number) => boolean): string => bars.filter(holds).map(candle).join('');
  return { rising: ofThose((i) => close[i] >= open[i]), falling: ofThose((i) => close[i] < open[i]) };
}

/** The area under a curve of probabilities, one step a bar; 1 is the upper edge of the box. */
export function curveShape(probability: Float32Array): string {
  const steps = Array.from(probability, (value) => `V${((1 - value) * BOX_HEIGHT).toFixed(1)}h1`);
  return `M0 ${BOX_HEIGHT}${steps.join('')}V${BOX_HEIGHT}z`;
}

const round = (value: number): number => Number(value.toFixed(2));
