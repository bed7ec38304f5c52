import { madd } from './madd';

/**
 * c[m, 0..8] += sum over rows r of a[r, m] b[r, 0..8], for `height` consecutive m: one tile of a^T b.
 * c's rows lie 32 bytes apart, as in a packed panel. `wide`: the same for the next panel of c, `panelBytes` further, and
 * b[r, 8..16], see row-tile.ts.
 */
@inline
function outerTile(
  height: i32,
  wide: bool,
  a: usize,
  aRowBytes: i32,
  b: usize,
  bRowBytes: i32,
  rows: i32,
  c: usize,
  panelBytes: i32,
): void {
  const next = c + panelBytes;
  let r0 = v128.load(c), s0 = v128.load(c, 16);
  let t0 = wide ? v128.load(next) : r0, u0 = wide ? v128.load(next, 16) : s0;
  let r1 = r0, s1 = s0, t1 = t0, u1 = u0;
  let r2 = r0, s2 = s0, t2 = t0, u2 = u0;
  let r3 = r0, s3 = s0, t3 = t0, u3 = u0;
  let r4 = r0, s4 = s0, t4 = t0, u4 = u0;
  let r5 = r0, s5 = s0, t5 = t0, u5 = u0;
  if (height > 1) {
    r1 = v128.load(c, 32);
    s1 = v128.load(c, 48);
    if (wide) {
      t1 = v128.load(next, 32);
      u1 = v128.load(next, 48);
    }
  }
  if (height > 2) {
    r2 = v128.load(c, 64);
    s2 = v128.load(c, 80);
    if (wide) {
      t2 = v128.load(next, 64);
      u2 = v128.load(next, 80);
    }
  }
  if (height > 3) {
    r3 = v128.load(c, 96);
    s3 = v128.load(c, 112);
    if (wide) {
      t3 = v128.load(next, 96);
      u3 = v128.load(next, 112);
    }
  }
  if (height > 4) {
    r4 = v128.load(c, 128);
    s4 = v128.load(c, 144);
    if (wide) {
      t4 = v128.load(next, 128);
      u4 = v128.load(next, 144);
    }
  }
  if (height > 5) {
    r5 = v128.load(c, 160);
    s5 = v128.load(c, 176);
    if (wide) {
      t5 = v128.load(next, 160);
      u5 = v128.load(next, 176);
    }
  }
  for (let r = 0; r < rows; r++) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    const nextLeft = wide ? v128.load(b, 32) : left;
    const nextRight = wide ? v128.load(b, 48) : right;
    let element = v128.load32_splat(a);
    r0 = madd(element, left, r0);
    s0 = madd(element, right, s0);
    if (wide) {
      t0 = madd(element, nextLeft, t0);
      u0 = madd(element, nextRight, u0);
    }
    if (height > 1) {
      element = v128.load32_splat(a, 4);
      r1 = madd(element, left, r1);
      s1 = madd(element, right, s1);
      if (wide) {
        t1 = madd(element, nextLeft, t1);
        u1 = madd(element, nextRight, u1);
      }
    }
    if (height > 2) {
      element = v128.load32_splat(a, 8);
      r2 = madd(element, left, r2);
      s2 = madd(element, right, s2);
      if (wide) {
        t2 = madd(element, nextLeft, t2);
        u2 = madd(element, nextRight, u2);
      }
    }
    if (height > 3) {
      element = v128.load32_splat(a, 12);
      r3 = madd(element, left, r3);
      s3 = madd(element, right, s3);
      if (wide) {
        t3 = madd(element, nextLeft, t3);
        u3 = madd(element, nextRight, u3);
      }
    }
    if (height > 4) {
      element = v128.load32_splat(a, 16);
      r4 = madd(element, left, r4);
      s4 = madd(element, right, s4);
      if (wide) {
        t4 = madd(element, nextLeft, t4);
        u4 = madd(element, nextRight, u4);
      }
    }
    if (height > 5) {
      element = v128.load32_splat(a, 20);
      r5 = madd(element, left, r5);
      s5 = madd(element, right, s5);
      if (wide) {
        t5 = madd(element, nextLeft, t5);
        u5 = madd(element, nextRight, u5);
      }
    }
    a += aRowBytes;
    b += bRowBytes;
  }
  v128.store(c, r0);
  v128.store(c, s0, 16);
  if (wide) {
    v128.store(next, t0);
    v128.store(next, u0, 16);
  }
  if (height > 1) {
    v128.store(c, r1, 32);
    v128.store(c, s1, 48);
    if (wide) {
      v128.store(next, t1, 32);
      v128.store(next, u1, 48);
    }
  }
  if (height > 2) {
    v128.store(c, r2, 64);
    v128.store(c, s2, 80);
    if (wide) {
      v128.store(next, t2, 64);
      v128.store(next, u2, 80);
    }
  }
  if (height > 3) {
    v128.store(c, r3, 96);
    v128.store(c, s3, 112);
    if (wide) {
      v128.store(next, t3, 96);
      v128.store(next, u3, 112);
    }
  }
  if (height > 4) {
    v128.store(c, r4, 128);
    v128.store(c, s4, 144);
    if (wide) {
      v128.store(next, t4, 128);
      v128.store(next, u4, 144);
    }
  }
  if (height > 5) {
    v128.store(c, r5, 160);
    v128.store(c, s5, 176);
    if (wide) {
      v128.store(next, t5, 160);
      v128.store(next, u5, 176);
    }
  }
}

export function outerTile1(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(1, false, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function outerTile2(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(2, false, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function outerTile3(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(3, false, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function outerTile4(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(4, false, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function outerTile5(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(5, false, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function outerTile6(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(6, false, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function wideOuterTile1(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(1, true, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function wideOuterTile2(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(2, true, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function wideOuterTile3(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(3, true, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function wideOuterTile4(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(4, true, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function wideOuterTile5(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(5, true, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}
export function wideOuterTile6(a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  outerTile(6, true, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
}

/** One panel c [depth, 8] += a^T b, or with `wide` two, where a is [rows, depth] and b [rows, 8] or [rows, 16]. */
export function addOuterPanel(wide: i32, depth: i32, a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize): void {
  const panelBytes = depth * 32;
  let tiles = (depth + 5) / 6;
  while (depth > 0) {
    const height = (depth + tiles - 1) / tiles;
    if (wide) wideTileOf(height, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    else tileOf(height, a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    a += height * 4;
    c += height * 32;
    depth -= height;
    tiles -= 1;
  }
}

function tileOf(height: i32, a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  switch (height) {
    case 6: return outerTile6(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    case 5: return outerTile5(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    case 4: return outerTile4(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    case 3: return outerTile3(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    case 2: return outerTile2(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    default: return outerTile1(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
  }
}

function wideTileOf(height: i32, a: usize, aRowBytes: i32, b: usize, bRowBytes: i32, rows: i32, c: usize, panelBytes: i32): void {
  switch (height) {
    case 6: return wideOuterTile6(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    case 5: return wideOuterTile5(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    case 4: return wideOuterTile4(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    case 3: return wideOuterTile3(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    case 2: return wideOuterTile2(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
    default: return wideOuterTile1(a, aRowBytes, b, bRowBytes, rows, c, panelBytes);
  }
}
