import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ExpanseError } from '../../../shared/contract/errors.ts';
import type { FileToken } from '../../../shared/domain/ids.ts';
import type { CoreContext } from '../context.ts';
import type { GrantedFile } from '../granted-files.ts';

/** Files on their way from a browser to the core, each in a temporary file until it is imported or dropped. */
export interface Uploads {
  /** Beyond a number of files under way the oldest is given up: its page has gone without a word. */
  begin(name: string, bytes: number): FileToken;
  /** Throws 'invalid-input' for a chunk that is not the next one or goes beyond the announced size, 'bad-file' where there is no room for it. */
  append(file: FileToken, offset: number, bytes: Uint8Array): number;
  /** A granted file that has arrived in full. Throws 'not-found' or 'invalid-input'. */
  open(file: FileToken): GrantedFile;
  /** Forgets the file, and removes it where it is a temporary one. Forgetting twice is no error. */
  drop(file: FileToken): void;
}

interface Arriving {
  readonly name: string;
  readonly descriptor: number;
  readonly bytes: number;
  received: number;
}

/** More than a person would drop at once, and far fewer than a process may open. */
const MOST_ARRIVING = 64;

export function makeUploads({ files, onClose }: Pick<CoreContext, 'files' | 'onClose'>): Uploads {
  const arriving = new Map<FileToken, Arriving>();
  let folder: string | null = null;
  let count = 0;

  const finish = (file: FileToken): void => {
    const upload = arriving.get(file);
    if (upload !== undefined) closeSync(upload.descriptor);
    arriving.delete(file);
  };
  onClose(() => {
    for (const file of arriving.keys()) finish(file);
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  });

  const drop = (file: FileToken): void => {
    finish(file);
    const dropped = files.drop(file);
    if (dropped?.temporary) rmSync(dropped.path, { force: true });
  };

  return {
    begin: (name, bytes) => {
      const [oldest] = arriving.keys();
      if (arriving.size >= MOST_ARRIVING) drop(oldest);
      folder ??= mkdtempSync(join(tmpdir(), 'expanse-upload-'));
      const path = join(folder, String((count += 1)));
      const file = files.grant({ path, name: basename(name), temporary: true });
      arriving.set(file, { name, descriptor: openSync(path, 'wx', 0o600), bytes, received: 0 });
      if (bytes === 0) finish(file);
      return file;
    },
    append: (file, offset, bytes) => {
      const upload = arriving.get(file);
      if (upload === undefined) throw wrongChunk('There is no upload under way for this file.');
      if (offset !== upload.received) throw wrongChunk(`${upload.name}: byte ${upload.received} comes next, not byte ${offset}.`);
      if (offset + bytes.length > upload.bytes) throw wrongChunk(`${upload.name}: more than the announced ${upload.bytes} bytes arrived.`);
      writeAll(upload, bytes);
      upload.received += bytes.length;
      if (upload.received === upload.bytes) finish(file);
      return offset + bytes.length;
    },
    open: (file) => {
      const upload = arriving.get(file);
      if (upload === undefined) return files.find(file);
      throw wrongChunk(`${upload.name}: only ${upload.received} of ${upload.bytes} bytes have arrived.`);
    },
    drop,
  };
}

function writeAll({ name, descriptor }: Arriving, bytes: Uint8Array): void {
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
  } catch (cause) {
    const nextStep = `Make room in ${tmpdir()}, then send the file again.`;
    throw new ExpanseError('bad-file', `${name} could not be received (${(cause as Error).message}).`, nextStep, { cause });
  }
}

const wrongChunk = (message: string): ExpanseError => new ExpanseError('invalid-input', message, 'Send the file again from its beginning.');
