import { Packr } from 'msgpackr';

// structuredClone keeps typed arrays, NaN and -0 as they are; records are off because every frame stands alone.
const packr = new Packr({ structuredClone: true, moreTypes: true, useRecords: false });

/** One message as one binary frame. */
export function encodeMessage(message: unknown): Uint8Array {
  return packr.pack(message);
}

/** Throws on bytes that no `encodeMessage` wrote. */
export function decodeMessage(frame: Uint8Array): unknown {
  return packr.unpack(frame);
}
