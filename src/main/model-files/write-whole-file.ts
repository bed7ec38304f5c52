import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ExpanseError } from '../../shared/contract/errors.ts';

/**
 * The file appears when it is complete; a failure leaves what stood there before. Throws ExpanseError 'invalid-input' where
 * it would replace one of the files `inUse`, or cannot be written.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array, inUse: readonly string[]): Promise<void> {
  if (inUse.some((other) => resolve(other) === resolve(path))) {
    throw new ExpanseError('invalid-input', `Writing to ${path} would replace a file that this command reads.`, 'Name another file with --out.');
  }
  const partial = `${path}.part`;
  try {
    await writeFile(partial, bytes);
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new ExpanseError('invalid-input', `${path} cannot be written: ${(cause as Error).message}.`, 'Name another file with --out.', { cause });
  }
}
