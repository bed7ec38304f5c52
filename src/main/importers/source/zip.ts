import { unzip, type UnzipFileInfo } from 'fflate';
import { badFile, guardParser } from '../bad-file.ts';
import { MAX_BYTES } from './limits.ts';

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Names of the files in a zip, in its order, without what operating systems add. */
export async function listZip(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  const names: string[] = [];
  await unpack(file, bytes, (entry) => {
    if (isData(entry.name)) names.push(entry.name);
    return false;
  });
  return names;
}

export async function readZipMember(file: string, bytes: Uint8Array, member: string): Promise<Uint8Array> {
  const found = await unpack(file, bytes, (entry) => {
    if (entry.name !== member) return false;
    if (entry.originalSize <= MAX_BYTES) return true;
    throw badFile(file, `${member} is too large when unpacked.`, 'Split it into smaller files.');
  });
  const content = found[member];
  if (content === undefined) throw badFile(file, `it has no member "${member}".`, 'Choose one of the members that the preview lists.');
  return content;
}

const isData = (name: string): boolean => !name.endsWith('/') && !name.startsWith('__MACOSX/') && !/(^|\/)\./.test(name);

function unpack(file: string, bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Promise<Record<string, Uint8Array>> {
  return guardParser(file, 'zip', () =>
    new Promise<Record<string, Uint8Array>>((resolve, reject) => {
      unzip(bytes, { filter }, (error, files) => (error === null ? resolve(files) : reject(error)));
    }),
  );
}
