import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { badFile, guardParser } from '../bad-file.ts';
import { MAX_BYTES } from './limits.ts';
import { packedBytes, readZipDirectory, type ZipEntry } from './zip-directory.ts';

const inflate = promisify(inflateRaw);
const STORED = 0;
const DEFLATED = 8;

/** An empty zip is its directory's end alone. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Names of the files in a zip, in its order, without what operating systems add. */
export async function listZip(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  const entries = await guardParser(file, 'zip', () => readZipDirectory(bytes));
  return entries.map((entry) => entry.name).filter(isData);
}

/** Runs off this thread. Throws 'bad-file' for damaged data, an unknown member and what would grow beyond reason. */
export async function readZipMember(file: string, bytes: Uint8Array, member: string): Promise<Uint8Array> {
  const entries = await guardParser(file, 'zip', () => readZipDirectory(bytes));
  const entry = entries.find((each) => each.name === member);
  if (entry === undefined) throw badFile(file, `it has no member "${member}".`, 'Choose one of the members that the preview lists.');
  return guardParser(file, 'zip', () => unpack(bytes, entry));
}

const isData = (name: string): boolean => !name.endsWith('/') && !name.startsWith('__MACOSX/') && !/(^|\/)\./.test(name);

async function unpack(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.isEncrypted) throw new Error(`${entry.name} is encrypted`);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new Error(`${entry.name} is packed by method ${entry.method}, not deflate`);
  if (entry.size > MAX_BYTES) throw new Error(`${entry.name} is too large when unpacked`);
  const packed = packedBytes(bytes, entry);
  const content = entry.method === STORED ? packed : await inflate(packed, { maxOutputLength: entry.size + 1 });
  if (content.length !== entry.size || crc32(content) !== entry.crc32) throw new Error(`${entry.name} is damaged: its checksum is wrong`);
  return content;
}
