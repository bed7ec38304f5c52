import { BAR_COLUMN_NAMES, makeBarColumns, type BarColumns } from '../../../shared/domain/bar.ts';

/** The array's bytes, little-endian as everywhere that Node runs, without copying. */
export function toBlob(values: Float32Array | Float64Array | Uint8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

// Copied, because a Buffer need not lie at a multiple of the element's size.
export const toFloat32 = (bytes: Uint8Array): Float32Array => new Float32Array(new Uint8Array(bytes).buffer);
export const toFloat64 = (bytes: Uint8Array): Float64Array => new Float64Array(new Uint8Array(bytes).buffer);

/** The six columns one after the other. */
export function barsToBlob(bars: BarColumns): Uint8Array {
  const count = bars.time.length;
  const packed = new Float64Array(BAR_COLUMN_NAMES.length * count);
  BAR_COLUMN_NAMES.forEach((name, column) => packed.set(bars[name], column * count));
  return toBlob(packed);
}

export function toBars(bytes: Uint8Array): BarColumns {
  const packed = toFloat64(bytes);
  const bars = makeBarColumns(packed.length / BAR_COLUMN_NAMES.length);
  BAR_COLUMN_NAMES.forEach((name, column) => bars[name].set(packed.subarray(column * bars.time.length, (column + 1) * bars.time.length)));
  return bars;
}
