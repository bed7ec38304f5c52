/** Dropout decides by 16 random bits per element. */
const LANES: i32 = 65536;

/**
 * Factors of dropout for the elements first ... first + width - 1 of the stream `key`: 0 for dropped ones, else the
 * reciprocal of the share that is kept. The generator is a hash of the counter, the same as in model/dropout-mask.ts.
 */
export function fillMask(mask: usize, key: i32, dropped: i32, first: i32, width: i32): void {
  const factor = f32x4.splat(<f32>(65536.0 / <f64>(LANES - dropped)));
  const threshold = i32x4.splat(dropped - 1);
  const lowHalf = i32x4.splat(0xffff);
  const weyl: i32 = <i32>0x9e3779b1;
  // One hash decides two elements: its index is that of the first.
  let counter = i32x4.add(i32x4.splat(key + first * weyl), i32x4.mul(i32x4(0, 2, 4, 6), i32x4.splat(weyl)));
  const stride = i32x4.splat(8 * weyl);
  for (const end = mask + width * 4; mask < end; mask += 32) {
    const bits = mix(counter);
    counter = i32x4.add(counter, stride);
    const even = i32x4.gt_s(v128.and(bits, lowHalf), threshold);
    const odd = i32x4.gt_s(i32x4.shr_u(bits, 16), threshold);
    v128.store(mask, v128.and(factor, v128.shuffle<i32>(even, odd, 0, 4, 1, 5)));
    v128.store(mask, v128.and(factor, v128.shuffle<i32>(even, odd, 2, 6, 3, 7)), 16);
  }
}

/** lowbias32 of C. Wellons, "Prospecting for hash functions". */
@inline
function mix(value: v128): v128 {
  let x = v128.xor(value, i32x4.shr_u(value, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(<i32>0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}
