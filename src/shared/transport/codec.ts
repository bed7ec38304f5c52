import { Packr } from 'msgpackr';

// structuredClone keeps typed arrays and NaN as they are (a lone -0 becomes 0); records are off because every frame stands alone.
const packr = new Packr({ structuredClone: true, moreTypes: true, useRecords: false });

/** One message as one binary frame. */
export function encodeMessage(message: unknown): Uint8Array {
  return packr.pack(message);
}

/** Throws on bytes that no `encodeMessage` wrote. */
export function decodeMessage(frame: Uint8Array): unknown {
  return packr.unpack(frame);
}
