/**
 * A map of probabilities onto calibrated ones that never turns their order round.
 * `platt`: logistic(scale * logit(p) + bias); with bias 0 it is a temperature of 1 / scale.
 * `isotonic`: through the points (at, value), straight between them and level beyond; both ascend.
 */
export type Calibration =
  | { readonly kind: 'platt'; readonly scale: number; readonly bias: number }
  | { readonly kind: 'isotonic'; readonly at: readonly number[]; readonly value: readonly number[] };

/** null where the text is no calibration with finite numbers, an isotonic one with at least one point. */
export function parseCalibration(text: string): Calibration | null {
  try {
    const read = JSON.parse(text) as Calibration;
    return isCalibration(read) ? read : null;
  } catch {
    return null;
  }
}

export function isCalibration(read: Calibration): boolean {
  if (read.kind === 'platt') return Number.isFinite(read.scale) && Number.isFinite(read.bias);
  return read.kind === 'isotonic' && read.at.length > 0 && read.at.length === read.value.length && [read.at, read.value].every(isAscending);
}

const isAscending = (numbers: readonly number[]): boolean => numbers.every((number, i) => Number.isFinite(number) && (i === 0 || number >= numbers[i - 1]));
