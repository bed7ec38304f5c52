import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { guardParser } from '../bad-file.ts';
import { MAX_BYTES } from './limits.ts';

const inflate = promisify(gunzip);

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Runs off this thread. Throws 'bad-file' for damaged data and for what would grow beyond reason. */
export const gunzipBytes = (file: string, bytes: Uint8Array): Promise<Uint8Array> =>
  guardParser(file, 'gzip', () => inflate(bytes, { maxOutputLength: MAX_BYTES }));
