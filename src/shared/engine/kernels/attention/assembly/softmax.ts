import { madd } from '../../bilstm/assembly/madd';
import { Job } from './job';

/** Softmax of every row of the weights, of scores times `scale`; columns beyond the last bar become nothing. */
export function softmaxRows(job: Job, scale: f32): void {
  for (let t = 0; t < job.steps; t++) softmaxRow(job.weights + t * job.weightRowBytes, job.steps, job.weightRowBytes, scale);
}

/** Exported to be a function of its own, which gets optimised. */
export function softmaxRow(row: usize, count: i32, bytes: i32, scale: f32): void {
  for (let k = count * 4; k < bytes; k += 4) f32.store(row + k, -f32.MAX_VALUE);
  let largest = v128.load(row);
  for (let k = 16; k < bytes; k += 16) largest = f32x4.max(largest, v128.load(row + k));
  const top = max(max(f32x4.extract_lane(largest, 0), f32x4.extract_lane(largest, 1)), max(f32x4.extract_lane(largest, 2), f32x4.extract_lane(largest, 3)));
  const factor = f32x4.splat(scale * 1.4426950408889634);
  const shift = f32x4.splat(top);
  let sum = f32x4.splat(0);
  for (let k = 0; k < bytes; k += 16) {
    const power = powerOfTwo(f32x4.mul(f32x4.sub(v128.load(row + k), shift), factor));
    v128.store(row + k, power);
    sum = f32x4.add(sum, power);
  }
  const total = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
  const share = f32x4.splat(1 / total);
  for (let k = 0; k < bytes; k += 16) v128.store(row + k, f32x4.mul(v128.load(row + k), share));
}

/** 2^t for t <= 0; the polynomial is that of bilstm/assembly/lanes.ts. A NaN stays one. */
@inline
function powerOfTwo(exponent: v128): v128 {
  const t = f32x4.pmax(exponent, f32x4.splat(-126));
  const shifted = f32x4.add(t, f32x4.splat(12582912));
  const r = f32x4.sub(t, f32x4.sub(shifted, f32x4.splat(12582912)));
  let fraction = madd(f32x4.splat(0.0013264658628031611), r, f32x4.splat(0.00967156607657671));
  fraction = madd(fraction, r, f32x4.splat(0.055507343262434006));
  fraction = madd(fraction, r, f32x4.splat(0.24022240936756134));
  fraction = madd(fraction, r, f32x4.splat(0.6931470036506653));
  fraction = madd(fraction, r, f32x4.splat(1));
  return i32x4.add(fraction, i32x4.shl(shifted, 23));
}

/** From dLoss/d weights in `slopes` to dLoss/d scores: P (dP - sum of dP P over the row), times `scale`. */
export function scoreSlopes(job: Job, scale: f32): void {
  for (let t = 0; t < job.steps; t++) scoreSlopesRow(job.weights + t * job.weightRowBytes, job.slopes + t * job.weightRowBytes, job.weightRowBytes, scale);
}

/** Exported to be a function of its own, which gets optimised. */
export function scoreSlopesRow(weights: usize, slopes: usize, bytes: i32, scale: f32): void {
  let sums = f32x4.splat(0);
  for (let k = 0; k < bytes; k += 16) sums = madd(v128.load(weights + k), v128.load(slopes + k), sums);
  const mean = f32x4.splat(f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1) + (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3)));
  const factor = f32x4.splat(scale);
  for (let k = 0; k < bytes; k += 16) {
    const slope = f32x4.mul(v128.load(weights + k), f32x4.sub(v128.load(slopes + k), mean));
    v128.store(slopes + k, f32x4.mul(slope, factor));
  }
}
