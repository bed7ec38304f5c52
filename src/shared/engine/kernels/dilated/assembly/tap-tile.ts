import { madd } from '../../bilstm/assembly/madd';

/**
 * out[m, 0..8] += sum over taps j and k < depth of a[m + j taps further, k] panel[j, k, 0..8], for `height` rows m. Six rows by
 * eight columns of sums stay in registers, see bilstm/assembly/row-tile.ts. Exported per height so that each stays a function.
 */
@inline
function tapTile(height: i32, a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  let to = out;
  let r0 = v128.load(to), s0 = v128.load(to, 16);
  let r1 = r0, s1 = s0;
  let r2 = r0, s2 = s0;
  let r3 = r0, s3 = s0;
  let r4 = r0, s4 = s0;
  let r5 = r0, s5 = s0;
  if (height > 1) {
    to += outRowBytes;
    r1 = v128.load(to);
    s1 = v128.load(to, 16);
  }
  if (height > 2) {
    to += outRowBytes;
    r2 = v128.load(to);
    s2 = v128.load(to, 16);
  }
  if (height > 3) {
    to += outRowBytes;
    r3 = v128.load(to);
    s3 = v128.load(to, 16);
  }
  if (height > 4) {
    to += outRowBytes;
    r4 = v128.load(to);
    s4 = v128.load(to, 16);
  }
  if (height > 5) {
    to += outRowBytes;
    r5 = v128.load(to);
    s5 = v128.load(to, 16);
  }
  let b = panel;
  const rowOfPanel = depth * 32;
  for (let tap = 0; tap < taps; tap++) {
    let a0 = a;
    let a1 = a + 1 * aRowBytes;
    let a2 = a + 2 * aRowBytes;
    let a3 = a + 3 * aRowBytes;
    let a4 = a + 4 * aRowBytes;
    let a5 = a + 5 * aRowBytes;
    for (const end = b + rowOfPanel; b < end; b += 32) {
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
    a += tapBytes;
  }
  to = out;
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

export function tapTile1(a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  tapTile(1, a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
}
export function tapTile2(a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  tapTile(2, a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
}
export function tapTile3(a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  tapTile(3, a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
}
export function tapTile4(a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  tapTile(4, a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
}
export function tapTile5(a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  tapTile(5, a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
}
export function tapTile6(a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  tapTile(6, a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
}

/** The same for any number of rows, in tiles of at most six that differ by one at most. */
export function addTaps(count: i32, a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  let tiles = (count + 5) / 6;
  while (count > 0) {
    const height = (count + tiles - 1) / tiles;
    tileOf(height, a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
    a += height * aRowBytes;
    out += height * outRowBytes;
    count -= height;
    tiles -= 1;
  }
}

function tileOf(height: i32, a: usize, aRowBytes: i32, taps: i32, tapBytes: i32, depth: i32, panel: usize, out: usize, outRowBytes: i32): void {
  switch (height) {
    case 6: return tapTile6(a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
    case 5: return tapTile5(a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
    case 4: return tapTile4(a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
    case 3: return tapTile3(a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
    case 2: return tapTile2(a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
    default: return tapTile1(a, aRowBytes, taps, tapBytes, depth, panel, out, outRowBytes);
  }
}
