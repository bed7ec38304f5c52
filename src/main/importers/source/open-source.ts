import { readFile, stat } from 'node:fs/promises';
import { badFile } from '../bad-file.ts';
import { gunzipBytes, isGzip } from './gzip.ts';
import { MAX_BYTES } from './limits.ts';
import { isZip, listZip, readZipMember } from './zip.ts';

/** A file to import, unpacked on demand. */
export interface Source {
  /** As the person knows it. */
  readonly file: string;
  /** Size as stored. */
  readonly bytes: number;
  readonly isZip: boolean;
  readonly members: readonly SourceMember[];
}

export interface SourceMember {
  /** Name inside of the zip; the file's own name, without .gz, where it is not a zip. */
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/** Throws 'bad-file' for what cannot be read, is empty or is too large. */
export async function openSource(path: string, file: string): Promise<Source> {
  const { size } = await orCannotOpen(file, stat(path));
  if (size > MAX_BYTES) throw badFile(file, 'it is too large.', 'Split it into smaller files.');
  return openBytes(await orCannotOpen(file, readFile(path)), file);
}

async function orCannotOpen<T>(file: string, opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/,.*/s, '') : String(cause);
    throw badFile(file, `it cannot be opened (${reason}).`, 'Check that the path is right and that the file may be read.', cause);
  }
}

export async function openBytes(bytes: Uint8Array, file: string): Promise<Source> {
  if (bytes.length === 0) throw badFile(file, 'it is empty.');
  if (!isZip(bytes)) {
    const name = file.replace(/\.gz$/i, '');
    return { file, bytes: bytes.length, isZip: false, members: [{ name, read: () => plain(file, bytes) }] };
  }
  const names = await listZip(file, bytes);
  if (names.length === 0) throw badFile(file, 'the zip holds no files.');
  const members = names.map((name) => ({ name, read: async () => plain(name, await readZipMember(file, bytes, name)) }));
  return { file, bytes: bytes.length, isZip: true, members };
}

async function plain(file: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (isZip(bytes)) throw badFile(file, 'it is a zip within the zip.', 'Unpack the outer zip first.');
  return isGzip(bytes) ? gunzipBytes(file, bytes) : bytes;
}
