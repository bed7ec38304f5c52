import { madd } from './madd';

/**
 * out[m, 8p .. 8p+8] = sum over k of a[m, k] panels[p, k, 0..8], for `height` rows m and all panels p.
 * Six rows by eight columns fill twelve of the sixteen vector registers; two hold b and one the broadcast a.
 * Exported per height so that it stays a function of its own: only functions that are called often get optimised.
 */
@inline
function rowTile(
  height: i32,
  a: usize,
  aRowBytes: i32,
  depth: i32,
  panels: usize,
  panelCount: i32,
  out: usize,
  outRowBytes: i32,
): void {
  let b = panels;
  for (let p = 0; p < panelCount; p++) {
    let r0 = f32x4.splat(0), s0 = f32x4.splat(0);
    let r1 = f32x4.splat(0), s1 = f32x4.splat(0);
    let r2 = f32x4.splat(0), s2 = f32x4.splat(0);
    let r3 = f32x4.splat(0), s3 = f32x4.splat(0);
    let r4 = f32x4.splat(0), s4 = f32x4.splat(0);
    let r5 = f32x4.splat(0), s5 = f32x4.splat(0);
    let a0 = a;
    let a1 = a0 + aRowBytes;
    let a2 = a1 + aRowBytes;
    let a3 = a2 + aRowBytes;
    let a4 = a3 + aRowBytes;
    let a5 = a4 + aRowBytes;
    for (let end = b + depth * 32; b < end; b += 32) {
      const left = v128.load(b);
      const right = v128.load(b, 16);
      let element = v128.load32_splat(a0);
      a0 += 4;
      r0 = madd(element, left, r0);
      s0 = madd(element, right, s0);
      if (height > 1) {
        element = v128.load32_splat(a1);
        a1 += 4;
        r1 = madd(element, left, r1);
        s1 = madd(element, right, s1);
      }
      if (height > 2) {
        element = v128.load32_splat(a2);
        a2 += 4;
        r2 = madd(element, left, r2);
        s2 = madd(element, right, s2);
      }
      if (height > 3) {
        element = v128.load32_splat(a3);
        a3 += 4;
        r3 = madd(element, left, r3);
        s3 = madd(element, right, s3);
      }
      if (height > 4) {
        element = v128.load32_splat(a4);
        a4 += 4;
        r4 = madd(element, left, r4);
        s4 = madd(element, right, s4);
      }
      if (height > 5) {
        element = v128.load32_splat(a5);
        a5 += 4;
        r5 = madd(element, left, r5);
        s5 = madd(element, right, s5);
      }
    }
    let to = out + p * 32;
    v128.store(to, r0);
    v128.store(to, s0, 16);
    if (height > 1) {
      to += outRowBytes;
      v128.store(to, r1);
      v128.store(to, s1, 16);
    }
    if (height > 2) {
      to += outRowBytes;
      v128.store(to, r2);
      v128.store(to, s2, 16);
    }
    if (height > 3) {
      to += outRowBytes;
      v128.store(to, r3);
      v128.store(to, s3, 16);
    }
    if (height > 4) {
      to += outRowBytes;
      v128.store(to, r4);
      v128.store(to, s4, 16);
    }
    if (height > 5) {
      to += outRowBytes;
      v128.store(to, r5);
      v128.store(to, s5, 16);
    }
  }
}

export function rowTile1(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(1, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile2(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(2, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile3(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(3, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile4(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(4, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile5(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(5, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile6(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(6, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}

/** The same for any number of rows, in tiles of at most six that differ by one at most. */
export function multiplyRows(
  count: i32,
  a: usize,
  aRowBytes: i32,
  depth: i32,
  panels: usize,
  panelCount: i32,
  out: usize,
  outRowBytes: i32,
): void {
  let tiles = (count + 5) / 6;
  while (count > 0) {
    const height = (count + tiles - 1) / tiles;
    switch (height) {
      case 6: rowTile6(a, aRowBytes, depth, panels, panelCount, out, outRowBytes); break;
      case 5: rowTile5(a, aRowBytes, depth, panels, panelCount, out, outRowBytes); break;
      case 4: rowTile4(a, aRowBytes, depth, panels, panelCount, out, outRowBytes); break;
      case 3: rowTile3(a, aRowBytes, depth, panels, panelCount, out, outRowBytes); break;
      case 2: rowTile2(a, aRowBytes, depth, panels, panelCount, out, outRowBytes); break;
      default: rowTile1(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    }
    a += height * aRowBytes;
    out += height * outRowBytes;
    count -= height;
    tiles -= 1;
  }
}
