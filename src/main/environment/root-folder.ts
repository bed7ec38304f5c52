import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder above a module that holds package.json: the same from `src/` and from the bundles in `out/`. */
export function rootFolder(moduleFolder: string): string {
  if (existsSync(join(moduleFolder, 'package.json'))) return moduleFolder;
  const parent = dirname(moduleFolder);
  if (parent === moduleFolder) throw new Error('No package.json stands above the program.');
  return rootFolder(parent);
}
