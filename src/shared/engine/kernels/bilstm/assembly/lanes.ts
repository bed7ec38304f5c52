import { madd } from './madd';

// Four float32 lanes at a time. Constants live in linear memory: V8 builds a v128.const anew at each use, and joins two loads
// into one of twice the width only where each fills its lanes with one value.

const CONSTANTS = memory.data<f32>([
  1,
  2,
  // -log2(e)
  -1.4426950408889634,
  // 2 log2(e)
  2.885390081777927,
  // 1.5 * 2^23: adding it rounds to an integer, which then stands in the low bits.
  12582912,
  // Beyond these 2^t is no normal float32.
  126,
  -126,
  // tanh(x) is 1 in float32 long before -2 |x| log2(e) gets here.
  -58,
  // The sign bit.
  -0.0,
  // 2^r = 1 + e1 r + ... + e5 r^5 for |r| <= 1/2, least maximal error 9e-8.
  0.0013264658628031611,
  0.00967156607657671,
  0.055507343262434006,
  0.24022240936756134,
  0.6931470036506653,
  // 2^r - 1 = m1 r + ... + m6 r^6 for |r| <= 1/2, least maximal relative error 1e-8.
  0.00015403512225020677,
  0.0013390792300924659,
  0.009618237614631653,
  0.05550357326865196,
  0.24022649228572845,
  0.6931471824645996,
], 16);

@inline export function one(): v128 { return v128.load32_splat(CONSTANTS, 0); }
@inline function two(): v128 { return v128.load32_splat(CONSTANTS, 4); }
@inline function negativeLog2e(): v128 { return v128.load32_splat(CONSTANTS, 8); }
@inline function doubleLog2e(): v128 { return v128.load32_splat(CONSTANTS, 12); }
@inline function rounder(): v128 { return v128.load32_splat(CONSTANTS, 16); }
@inline function highest(): v128 { return v128.load32_splat(CONSTANTS, 20); }
@inline function lowest(): v128 { return v128.load32_splat(CONSTANTS, 24); }
@inline function saturation(): v128 { return v128.load32_splat(CONSTANTS, 28); }
@inline function signBit(): v128 { return v128.load32_splat(CONSTANTS, 32); }
@inline function e5(): v128 { return v128.load32_splat(CONSTANTS, 36); }
@inline function e4(): v128 { return v128.load32_splat(CONSTANTS, 40); }
@inline function e3(): v128 { return v128.load32_splat(CONSTANTS, 44); }
@inline function e2(): v128 { return v128.load32_splat(CONSTANTS, 48); }
@inline function e1(): v128 { return v128.load32_splat(CONSTANTS, 52); }
@inline function m6(): v128 { return v128.load32_splat(CONSTANTS, 56); }
@inline function m5(): v128 { return v128.load32_splat(CONSTANTS, 60); }
@inline function m4(): v128 { return v128.load32_splat(CONSTANTS, 64); }
@inline function m3(): v128 { return v128.load32_splat(CONSTANTS, 68); }
@inline function m2(): v128 { return v128.load32_splat(CONSTANTS, 72); }
@inline function m1(): v128 { return v128.load32_splat(CONSTANTS, 76); }

/** 1 / (1 + 2^(-x log2 e)); NaN stays NaN. */
@inline export function sigmoid(x: v128): v128 {
  // pmin and pmax are one instruction each and hand a NaN in their first operand on.
  const t = f32x4.pmax(f32x4.pmin(f32x4.mul(x, negativeLog2e()), highest()), lowest());
  const shifted = f32x4.add(t, rounder());
  const r = f32x4.sub(t, f32x4.sub(shifted, rounder()));
  const fraction = madd(madd(madd(madd(madd(e5(), r, e4()), r, e3()), r, e2()), r, e1()), r, one());
  // Adding to the exponent's bits multiplies with the power of two.
  const power = i32x4.add(fraction, i32x4.shl(shifted, 23));
  return f32x4.div(one(), f32x4.add(one(), power));
}

/** -e/(2 + e) with e = expm1(-2|x|) and the sign of x: no digits are lost near zero. */
@inline export function tanh(x: v128): v128 {
  const t = f32x4.pmax(f32x4.mul(v128.or(x, signBit()), doubleLog2e()), saturation());
  const shifted = f32x4.add(t, rounder());
  const r = f32x4.sub(t, f32x4.sub(shifted, rounder()));
  const q = madd(madd(madd(madd(madd(m6(), r, m5()), r, m4()), r, m3()), r, m2()), r, m1());
  const p = f32x4.mul(q, r);
  const scale = i32x4.add(i32x4.shl(shifted, 23), one());
  // (p + 1) 2^n - 1
  const e = madd(scale, p, f32x4.sub(scale, one()));
  const magnitude = f32x4.div(e, f32x4.add(two(), e));
  return v128.or(v128.andnot(magnitude, signBit()), v128.and(x, signBit()));
}
