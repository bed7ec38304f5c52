import { Buffer } from 'node:buffer';

/** The bytes as UTF-8 without a byte-order mark; UTF-16 with a mark, as MetaTrader may write it, is converted. */
export function toUtf8(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return Buffer.from(buffer.toString('utf16le', 2), 'utf8');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return toUtf8(Buffer.from(buffer.subarray(0, buffer.length & ~1)).swap16());
  return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? buffer.subarray(3) : buffer;
}

/** Text files have no NUL byte; looking at the beginning is enough to tell a binary file. */
export const looksBinary = (utf8: Uint8Array): boolean => utf8.subarray(0, 65_536).includes(0);
