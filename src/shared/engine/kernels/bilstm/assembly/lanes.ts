import { madd, nmadd } from './madd';

// Four float32 lanes at a time. Constants live in linear memory: V8 builds a v128.const anew at each use.

/** One of each constant in all four lanes, 16 bytes apart. */
const CONSTANTS = memory.data<f32>([
  1, 1, 1, 1,
  2, 2, 2, 2,
  // log2(e)
  1.4426950408889634, 1.4426950408889634, 1.4426950408889634, 1.4426950408889634,
  // 1.5 * 2^23: adding it rounds to an integer, which then stands in the low bits.
  12582912, 12582912, 12582912, 12582912,
  // ln 2 in two parts; the first has so few bits that its product with a small integer is exact.
  0.693359375, 0.693359375, 0.693359375, 0.693359375,
  -2.12194440e-4, -2.12194440e-4, -2.12194440e-4, -2.12194440e-4,
  // q(r) = (e^r - 1 - r) / r^2 for |r| <= ln(2)/2, least maximal error 3e-9, highest power first.
  0.0013814540579915047, 0.0013814540579915047, 0.0013814540579915047, 0.0013814540579915047,
  0.00836874544620514, 0.00836874544620514, 0.00836874544620514, 0.00836874544620514,
  0.04166838899254799, 0.04166838899254799, 0.04166838899254799, 0.04166838899254799,
  0.1666652113199234, 0.1666652113199234, 0.1666652113199234, 0.1666652113199234,
  0.4999999403953552, 0.4999999403953552, 0.4999999403953552, 0.4999999403953552,
  // Beyond these e^y is no normal float32.
  87, 87, 87, 87,
  -87, -87, -87, -87,
  // tanh(x) is 1 in float32 long before -2|x| gets here.
  -40, -40, -40, -40,
  // The sign bit.
  -0.0, -0.0, -0.0, -0.0,
], 16);

@inline export function one(): v128 { return v128.load(CONSTANTS, 0); }
@inline function two(): v128 { return v128.load(CONSTANTS, 16); }
@inline function log2e(): v128 { return v128.load(CONSTANTS, 32); }
@inline function rounder(): v128 { return v128.load(CONSTANTS, 48); }
@inline function ln2High(): v128 { return v128.load(CONSTANTS, 64); }
@inline function ln2Low(): v128 { return v128.load(CONSTANTS, 80); }
@inline function q4(): v128 { return v128.load(CONSTANTS, 96); }
@inline function q3(): v128 { return v128.load(CONSTANTS, 112); }
@inline function q2(): v128 { return v128.load(CONSTANTS, 128); }
@inline function q1(): v128 { return v128.load(CONSTANTS, 144); }
@inline function q0(): v128 { return v128.load(CONSTANTS, 160); }
@inline function highest(): v128 { return v128.load(CONSTANTS, 176); }
@inline function lowest(): v128 { return v128.load(CONSTANTS, 192); }
@inline function saturation(): v128 { return v128.load(CONSTANTS, 208); }
@inline function signBit(): v128 { return v128.load(CONSTANTS, 224); }

/** 1 / (1 + e^-x); NaN stays NaN. */
@inline export function sigmoid(x: v128): v128 {
  // pmin and pmax are one instruction each and hand a NaN in their first operand on.
  const y = f32x4.pmax(f32x4.pmin(f32x4.neg(x), highest()), lowest());
  const shifted = madd(y, log2e(), rounder());
  const p = expm1Remainder(y, f32x4.sub(shifted, rounder()));
  const scale = powerOfTwo(shifted);
  return f32x4.div(one(), f32x4.add(one(), madd(scale, p, scale)));
}

/** -e/(2 + e) with e = expm1(-2|x|) and the sign of x: no digits are lost near zero. */
@inline export function tanh(x: v128): v128 {
  const y = f32x4.pmax(f32x4.mul(two(), v128.or(x, signBit())), saturation());
  const shifted = madd(y, log2e(), rounder());
  const p = expm1Remainder(y, f32x4.sub(shifted, rounder()));
  const scale = powerOfTwo(shifted);
  const e = madd(scale, p, f32x4.sub(scale, one()));
  const magnitude = f32x4.div(e, f32x4.add(two(), e));
  return v128.or(v128.andnot(magnitude, signBit()), v128.and(x, signBit()));
}

/** expm1(y - n ln 2) */
@inline function expm1Remainder(y: v128, n: v128): v128 {
  const r = nmadd(n, ln2Low(), nmadd(n, ln2High(), y));
  const q = madd(madd(madd(madd(q4(), r, q3()), r, q2()), r, q1()), r, q0());
  return madd(f32x4.mul(r, r), q, r);
}

/** 2^n of the integer n in the low bits of a float that `rounder` was added to. */
@inline function powerOfTwo(shifted: v128): v128 {
  return i32x4.add(i32x4.shl(shifted, 23), one());
}
