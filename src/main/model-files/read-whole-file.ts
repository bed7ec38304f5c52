import { readFile, stat } from 'node:fs/promises';
import { ExpanseError } from '../../shared/contract/errors.ts';

/** Far beyond any model or set of windows that fits into memory together with what is computed from it. */
const MOST_BYTES = 2 ** 30;

/** Throws ExpanseError 'not-found', or 'bad-file' where it is no file, too large, or not to be read. */
export async function readWholeFile(path: string, mostBytes = MOST_BYTES): Promise<Uint8Array> {
  const bytes = await sizeOf(path);
  if (bytes > mostBytes) throw bad(path, `it has ${bytes} bytes; at most ${mostBytes} are read`);
  try {
    return await readFile(path);
  } catch (cause) {
    throw bad(path, String((cause as Error).message), cause);
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new ExpanseError('not-found', `There is no file ${path}.`, 'Check its name and folder.');
  if (!found.isFile()) throw bad(path, 'it is no file');
  return found.size;
}

function bad(path: string, what: string, cause?: unknown): ExpanseError {
  return new ExpanseError('bad-file', `${path} cannot be read: ${what}.`, 'Choose another file.', { cause });
}
