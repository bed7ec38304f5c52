import { lastBarAtOrBefore } from '../../../shared/domain/bar.ts';
import type { ChartPrediction } from '../chart-types.ts';

/**
 * The greatest probability of the predicted bars within each loaded bar, [n]; NaN where none was predicted. On an
 * aggregated level the greatest one is shown, since a mean would hide every short expansion.
 */
export function probabilityPerBar(times: Float64Array, prediction: Pick<ChartPrediction, 'time' | 'probability'>, reachesEnd: boolean): Float32Array {
  const greatest = new Float32Array(times.length).fill(NaN);
  if (times.length === 0) return greatest;
  const first = lastBarAtOrBefore(prediction.time, times[0] - 1) + 1;
  for (let i = first, bar = 0; i < prediction.time.length; i += 1) {
    while (bar + 1 < times.length && times[bar + 1] <= prediction.time[i]) bar += 1;
    if (!reachesEnd && bar === times.length - 1 && prediction.time[i] > times[bar]) break;
    // False for NaN on the left only when the new value is not greater: written so that the first value always counts.
    if (!(greatest[bar] >= prediction.probability[i])) greatest[bar] = prediction.probability[i];
  }
  return greatest;
}
