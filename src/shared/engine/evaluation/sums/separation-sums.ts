import { eachWindow, type Bars } from './bar-sums.ts';
import { ratio, type WindowSums } from './window-sums.ts';

/** Mean probability of labelled bars, of all others, and their difference; the mean of no bars is 0. */
export function separationSums(bars: Bars): WindowSums<'inMean' | 'outMean' | 'separation'> {
  const rows = new Float64Array((bars.target.length / bars.length) * 4);
  eachWindow(bars, (n, probability, target) => {
    for (let t = 0; t < target.length; t++) {
      const side = n * 4 + (target[t] > 0.5 ? 0 : 2);
      rows[side] += probability[t];
      rows[side + 1]++;
    }
  });
  const figuresOf = (sums: ArrayLike<number>) => {
    const [inMean, outMean] = [ratio(sums[0], sums[1]), ratio(sums[2], sums[3])];
    return [inMean, outMean, inMean - outMean];
  };
  return { names: ['inMean', 'outMean', 'separation'], width: 4, rows, figuresOf };
}
