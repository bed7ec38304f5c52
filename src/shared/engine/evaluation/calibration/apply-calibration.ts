import type { Calibration } from '../../../domain/calibration.ts';

/** Nearer to 0 or 1 than this, a probability has the log-odds of this. */
const SUREST = 1e-6;

/** probability: [n] -> [n], calibrated. */
export function applyCalibration(calibration: Calibration, probability: Float32Array): Float32Array {
  const map = calibration.kind === 'platt' ? plattMap(calibration) : isotonicMap(calibration);
  return probability.map(map);
}

export function logOddsOf(probability: number): number {
  const p = Math.max(SUREST, Math.min(1 - SUREST, probability));
  return Math.log(p / (1 - p));
}

export const logistic = (z: number): number => 1 / (1 + Math.exp(-z));

function plattMap({ scale, bias }: Extract<Calibration, { kind: 'platt' }>): (probability: number) => number {
  return (probability) => logistic(scale * logOddsOf(probability) + bias);
}

/** Straight between the points, level beyond the first and the last. */
function isotonicMap({ at, value }: Extract<Calibration, { kind: 'isotonic' }>): (probability: number) => number {
  const last = at.length - 1;
  return (probability) => {
    if (probability <= at[0]) return value[0];
    if (probability >= at[last]) return value[last];
    const above = firstAbove(at, probability);
    const share = (probability - at[above - 1]) / (at[above] - at[above - 1]);
    return value[above - 1] + share * (value[above] - value[above - 1]);
  };
}

/** Index of the first that is larger. ascending: one of them is. */
function firstAbove(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
