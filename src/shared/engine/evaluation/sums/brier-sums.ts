import { eachWindow, type Bars } from './bar-sums.ts';
import { ratio, type WindowSums } from './window-sums.ts';

/** Mean squared difference of probability and label. Source: G. W. Brier, Monthly Weather Review 78, 1950. */
export function brierSums(bars: Bars): WindowSums<'brier'> {
  const rows = new Float64Array((bars.target.length / bars.length) * 2);
  eachWindow(bars, (n, probability, target) => {
    let squares = 0;
    for (let t = 0; t < target.length; t++) squares += (probability[t] - target[t]) ** 2;
    rows.set([squares, target.length], n * 2);
  });
  return { names: ['brier'], width: 2, rows, figuresOf: (sums) => [ratio(sums[0], sums[1])] };
}
