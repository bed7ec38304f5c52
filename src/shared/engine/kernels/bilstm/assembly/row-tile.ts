import { madd } from './madd';

/**
 * out[m, 8p .. 8p+8] = sum over k of a[m, k] panels[p, k, 0..8], for `height` rows m and all panels p.
 * Six rows by eight columns fill twelve of the sixteen vector registers; two hold b and one the broadcast a.
 * `wide` takes two panels at a time: where V8 joins two vectors into one of twice the width, sixteen columns fill the same
 * registers. Each sum runs over k in the same order either way, so that both give the same bits.
 * Exported per height so that it stays a function of its own: only functions that are called often get optimised.
 */
@inline
function rowTile(
  height: i32,
  wide: bool,
  a: usize,
  aRowBytes: i32,
  depth: i32,
  panels: usize,
  panelCount: i32,
  out: usize,
  outRowBytes: i32,
): void {
  const panelBytes = depth * 32;
  let b = panels;
  for (let p = 0; p < panelCount; p += wide ? 2 : 1) {
    let r0 = f32x4.splat(0), s0 = f32x4.splat(0), t0 = f32x4.splat(0), u0 = f32x4.splat(0);
    let r1 = f32x4.splat(0), s1 = f32x4.splat(0), t1 = f32x4.splat(0), u1 = f32x4.splat(0);
    let r2 = f32x4.splat(0), s2 = f32x4.splat(0), t2 = f32x4.splat(0), u2 = f32x4.splat(0);
    let r3 = f32x4.splat(0), s3 = f32x4.splat(0), t3 = f32x4.splat(0), u3 = f32x4.splat(0);
    let r4 = f32x4.splat(0), s4 = f32x4.splat(0), t4 = f32x4.splat(0), u4 = f32x4.splat(0);
    let r5 = f32x4.splat(0), s5 = f32x4.splat(0), t5 = f32x4.splat(0), u5 = f32x4.splat(0);
    let a0 = a;
    let a1 = a + 1 * aRowBytes;
    let a2 = a + 2 * aRowBytes;
    let a3 = a + 3 * aRowBytes;
    let a4 = a + 4 * aRowBytes;
    let a5 = a + 5 * aRowBytes;
    for (let end = b + panelBytes; b < end; b += 32) {
      const left = v128.load(b);
      const right = v128.load(b, 16);
      const nextLeft = wide ? v128.load(b + panelBytes) : left;
      const nextRight = wide ? v128.load(b + panelBytes, 16) : right;
      let element = v128.load32_splat(a0);
      a0 += 4;
      r0 = madd(element, left, r0);
      s0 = madd(element, right, s0);
      if (wide) {
        t0 = madd(element, nextLeft, t0);
        u0 = madd(element, nextRight, u0);
      }
      if (height > 1) {
        element = v128.load32_splat(a1);
        a1 += 4;
        r1 = madd(element, left, r1);
        s1 = madd(element, right, s1);
        if (wide) {
          t1 = madd(element, nextLeft, t1);
          u1 = madd(element, nextRight, u1);
        }
      }
      if (height > 2) {
        element = v128.load32_splat(a2);
        a2 += 4;
        r2 = madd(element, left, r2);
        s2 = madd(element, right, s2);
        if (wide) {
          t2 = madd(element, nextLeft, t2);
          u2 = madd(element, nextRight, u2);
        }
      }
      if (height > 3) {
        element = v128.load32_splat(a3);
        a3 += 4;
        r3 = madd(element, left, r3);
        s3 = madd(element, right, s3);
        if (wide) {
          t3 = madd(element, nextLeft, t3);
          u3 = madd(element, nextRight, u3);
        }
      }
      if (height > 4) {
        element = v128.load32_splat(a4);
        a4 += 4;
        r4 = madd(element, left, r4);
        s4 = madd(element, right, s4);
        if (wide) {
          t4 = madd(element, nextLeft, t4);
          u4 = madd(element, nextRight, u4);
        }
      }
      if (height > 5) {
        element = v128.load32_splat(a5);
        a5 += 4;
        r5 = madd(element, left, r5);
        s5 = madd(element, right, s5);
        if (wide) {
          t5 = madd(element, nextLeft, t5);
          u5 = madd(element, nextRight, u5);
        }
      }
    }
    let to = out + p * 32;
    v128.store(to, r0);
    v128.store(to, s0, 16);
    if (wide) {
      v128.store(to, t0, 32);
      v128.store(to, u0, 48);
    }
    if (height > 1) {
      to += outRowBytes;
      v128.store(to, r1);
      v128.store(to, s1, 16);
      if (wide) {
        v128.store(to, t1, 32);
        v128.store(to, u1, 48);
      }
    }
    if (height > 2) {
      to += outRowBytes;
      v128.store(to, r2);
      v128.store(to, s2, 16);
      if (wide) {
        v128.store(to, t2, 32);
        v128.store(to, u2, 48);
      }
    }
    if (height > 3) {
      to += outRowBytes;
      v128.store(to, r3);
      v128.store(to, s3, 16);
      if (wide) {
        v128.store(to, t3, 32);
        v128.store(to, u3, 48);
      }
    }
    if (height > 4) {
      to += outRowBytes;
      v128.store(to, r4);
      v128.store(to, s4, 16);
      if (wide) {
        v128.store(to, t4, 32);
        v128.store(to, u4, 48);
      }
    }
    if (height > 5) {
      to += outRowBytes;
      v128.store(to, r5);
      v128.store(to, s5, 16);
      if (wide) {
        v128.store(to, t5, 32);
        v128.store(to, u5, 48);
      }
    }
    if (wide) b += panelBytes;
  }
}

export function rowTile1(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(1, false, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile2(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(2, false, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile3(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(3, false, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile4(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(4, false, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile5(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(5, false, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function rowTile6(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(6, false, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function wideRowTile1(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(1, true, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function wideRowTile2(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(2, true, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function wideRowTile3(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(3, true, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function wideRowTile4(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(4, true, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function wideRowTile5(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(5, true, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}
export function wideRowTile6(a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  rowTile(6, true, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
}

/** The same for any number of rows, in tiles of at most six that differ by one at most. `wide` wants an even number of panels. */
export function multiplyRows(
  wide: i32,
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
    if (wide) wideTileOf(height, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    else tileOf(height, a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    a += height * aRowBytes;
    out += height * outRowBytes;
    count -= height;
    tiles -= 1;
  }
}

function tileOf(height: i32, a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  switch (height) {
    case 6: return rowTile6(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    case 5: return rowTile5(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    case 4: return rowTile4(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    case 3: return rowTile3(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    case 2: return rowTile2(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    default: return rowTile1(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
  }
}

function wideTileOf(height: i32, a: usize, aRowBytes: i32, depth: i32, panels: usize, panelCount: i32, out: usize, outRowBytes: i32): void {
  switch (height) {
    case 6: return wideRowTile6(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    case 5: return wideRowTile5(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    case 4: return wideRowTile4(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    case 3: return wideRowTile3(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    case 2: return wideRowTile2(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
    default: return wideRowTile1(a, aRowBytes, depth, panels, panelCount, out, outRowBytes);
  }
}
