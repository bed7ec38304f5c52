import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExpanseError } from '../../shared/contract/errors.ts';

/** Throws ExpanseError 'invalid-input' where something else than a folder stands there. */
export async function requireFolderOrNothing(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null || found.isDirectory()) return;
  throw new ExpanseError('invalid-input', `${folder} is no folder.`, 'Name a folder with --out; it is created if it is missing.');
}

/**
 * The files appear in the folder, which is created where it is missing, once all of them are written; a failure before that leaves
 * what stood there. Throws ExpanseError 'invalid-input' where they cannot be written.
 */
export async function writeWholeFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const names = Object.keys(files);
  const partial = (name: string): string => join(folder, `${name}.part`);
  let made: string | undefined;
  try {
    made = await mkdir(folder, { recursive: true });
    for (const name of names) await writeFile(partial(name), files[name]);
    for (const name of names) await rename(partial(name), join(folder, name));
  } catch (cause) {
    for (const name of names) await rm(partial(name), { force: true }).catch(() => undefined);
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw new ExpanseError('invalid-input', `${folder} cannot be written: ${(cause as Error).message}.`, 'Name another folder with --out.', { cause });
  }
}
