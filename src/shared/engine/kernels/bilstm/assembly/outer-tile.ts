import { madd } from './madd';

/**
 * c[m, 0..8] += sum over rows r of a[r, m] b[r, 0..8], for `height` consecutive m: one tile of a^T b.
 * c's rows lie 32 bytes apart, as in a packed panel.
 */
@inline
function outerTile(height: i32, a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  let r0 = v128.load(c), s0 = v128.load(c, 16);
  let r1 = r0, s1 = s0, r2 = r0, s2 = s0, r3 = r0, s3 = s0, r4 = r0, s4 = s0, r5 = r0, s5 = s0;
  if (height > 1) { r1 = v128.load(c, 32); s1 = v128.load(c, 48); }
  if (height > 2) { r2 = v128.load(c, 64); s2 = v128.load(c, 80); }
  if (height > 3) { r3 = v128.load(c, 96); s3 = v128.load(c, 112); }
  if (height > 4) { r4 = v128.load(c, 128); s4 = v128.load(c, 144); }
  if (height > 5) { r5 = v128.load(c, 160); s5 = v128.load(c, 176); }
  for (let r = 0; r < rows; r++) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    let element = v128.load32_splat(a);
    r0 = madd(element, left, r0);
    s0 = madd(element, right, s0);
    if (height > 1) {
      element = v128.load32_splat(a, 4);
      r1 = madd(element, left, r1);
      s1 = madd(element, right, s1);
    }
    if (height > 2) {
      element = v128.load32_splat(a, 8);
      r2 = madd(element, left, r2);
      s2 = madd(element, right, s2);
    }
    if (height > 3) {
      element = v128.load32_splat(a, 12);
      r3 = madd(element, left, r3);
      s3 = madd(element, right, s3);
    }
    if (height > 4) {
      element = v128.load32_splat(a, 16);
      r4 = madd(element, left, r4);
      s4 = madd(element, right, s4);
    }
    if (height > 5) {
      element = v128.load32_splat(a, 20);
      r5 = madd(element, left, r5);
      s5 = madd(element, right, s5);
    }
    a += aRowBytes;
    b += bRowBytes;
  }
  v128.store(c, r0);
  v128.store(c, s0, 16);
  if (height > 1) { v128.store(c, r1, 32); v128.store(c, s1, 48); }
  if (height > 2) { v128.store(c, r2, 64); v128.store(c, s2, 80); }
  if (height > 3) { v128.store(c, r3, 96); v128.store(c, s3, 112); }
  if (height > 4) { v128.store(c, r4, 128); v128.store(c, s4, 144); }
  if (height > 5) { v128.store(c, r5, 160); v128.store(c, s5, 176); }
}

export function outerTile1(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  outerTile(1, a, aRowBytes, b, bRowBytes, rows, c);
}
export function outerTile2(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  outerTile(2, a, aRowBytes, b, bRowBytes, rows, c);
}
export function outerTile3(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  outerTile(3, a, aRowBytes, b, bRowBytes, rows, c);
}
export function outerTile4(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  outerTile(4, a, aRowBytes, b, bRowBytes, rows, c);
}
export function outerTile5(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  outerTile(5, a, aRowBytes, b, bRowBytes, rows, c);
}
export function outerTile6(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  outerTile(6, a, aRowBytes, b, bRowBytes, rows, c);
}

/** One panel c [depth, 8] += a^T b, where a is [rows, depth] and b [rows, 8]. */
export function addOuterPanel(depth: i32, a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  let tiles = (depth + 5) / 6;
  while (depth > 0) {
    const height = (depth + tiles - 1) / tiles;
    switch (height) {
      case 6: outerTile6(a, aRowBytes, b, bRowBytes, rows, c); break;
      case 5: outerTile5(a, aRowBytes, b, bRowBytes, rows, c); break;
      case 4: outerTile4(a, aRowBytes, b, bRowBytes, rows, c); break;
      case 3: outerTile3(a, aRowBytes, b, bRowBytes, rows, c); break;
      case 2: outerTile2(a, aRowBytes, b, bRowBytes, rows, c); break;
      default: outerTile1(a, aRowBytes, b, bRowBytes, rows, c);
    }
    a += height * 4;
    c += height * 32;
    depth -= height;
    tiles -= 1;
  }
}
