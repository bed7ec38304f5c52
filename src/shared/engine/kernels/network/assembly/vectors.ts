import { madd } from '../../bilstm/assembly/madd';

// Rows of whole vectors; `bytes` is a multiple of 32. Two vectors are taken at a time, every load before the first store, so
// that V8 can join them into one of twice the width.

/** sum of a m b; `pair`: see sumOfPair */
@inline
export function maskedDot(a: usize, m: usize, b: usize, bytes: i32, pair: usize): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  for (let k = 0; k < bytes; k += 32) {
    even = madd(f32x4.mul(v128.load(a + k), v128.load(m + k)), v128.load(b + k), even);
    odd = madd(f32x4.mul(v128.load(a + k, 16), v128.load(m + k, 16)), v128.load(b + k, 16), odd);
  }
  return sumOfPair(even, odd, pair);
}

/** sum of a b; `pair`: see sumOfPair */
@inline
export function dot(a: usize, b: usize, bytes: i32, pair: usize): f32 {
  let even = f32x4.splat(0);
  let odd = f32x4.splat(0);
  for (let k = 0; k < bytes; k += 32) {
    even = madd(v128.load(a + k), v128.load(b + k), even);
    odd = madd(v128.load(a + k, 16), v128.load(b + k, 16), odd);
  }
  return sumOfPair(even, odd, pair);
}

/**
 * `pair`: room for two vectors, because V8 looks for such pairs among neighbouring stores. It belongs to the job: static
 * data lies in the memory that all threads share.
 */
@inline
function sumOfPair(even: v128, odd: v128, pair: usize): f32 {
  v128.store(pair, even);
  v128.store(pair, odd, 16);
  const sum = f32x4.add(v128.load(pair), v128.load(pair, 16));
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}

/** dInput += slope m weight and dWeight += slope m input */
@inline
export function addMasked(input: usize, dInput: usize, m: usize, weight: usize, dWeight: usize, slope: v128, bytes: i32): void {
  for (let k = 0; k < bytes; k += 32) {
    const masked = f32x4.mul(slope, v128.load(m + k)), nextMasked = f32x4.mul(slope, v128.load(m + k, 16));
    const left = madd(masked, v128.load(weight + k), v128.load(dInput + k));
    const nextLeft = madd(nextMasked, v128.load(weight + k, 16), v128.load(dInput + k, 16));
    const right = madd(masked, v128.load(input + k), v128.load(dWeight + k));
    const nextRight = madd(nextMasked, v128.load(input + k, 16), v128.load(dWeight + k, 16));
    v128.store(dInput + k, left);
    v128.store(dInput + k, nextLeft, 16);
    v128.store(dWeight + k, right);
    v128.store(dWeight + k, nextRight, 16);
  }
}

/** to += scale from */
@inline
export function addScaled(to: usize, scale: v128, from: usize, bytes: i32): void {
  for (let k = 0; k < bytes; k += 32) {
    const sum = madd(scale, v128.load(from + k), v128.load(to + k));
    const nextSum = madd(scale, v128.load(from + k, 16), v128.load(to + k, 16));
    v128.store(to + k, sum);
    v128.store(to + k, nextSum, 16);
  }
}

/** to += from */
@inline
export function addRow(to: usize, from: usize, bytes: i32): void {
  for (let k = 0; k < bytes; k += 32) {
    const sum = f32x4.add(v128.load(from + k), v128.load(to + k));
    const nextSum = f32x4.add(v128.load(from + k, 16), v128.load(to + k, 16));
    v128.store(to + k, sum);
    v128.store(to + k, nextSum, 16);
  }
}

/** to = scale from */
@inline
export function scaleRow(to: usize, scale: v128, from: usize, bytes: i32): void {
  for (let k = 0; k < bytes; k += 32) {
    const scaled = f32x4.mul(scale, v128.load(from + k));
    const nextScaled = f32x4.mul(scale, v128.load(from + k, 16));
    v128.store(to + k, scaled);
    v128.store(to + k, nextScaled, 16);
  }
}

/** value += more */
@inline
export function addTo(value: usize, more: f32): void {
  f32.store(value, f32.load(value) + more);
}
