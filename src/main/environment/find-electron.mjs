// JavaScript, because the start script needs it, too, on whatever Node the person has.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The executable of the Electron that package-lock.json names; null if it was not downloaded yet.
 * Looks at files only, because importing the package without them starts a download.
 * @param {string} root the project's root
 * @returns {string | null}
 */
export function findElectron(root) {
  const folder = join(root, 'node_modules', 'electron');
  try {
    const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
    const present = readFileSync(join(folder, 'dist', 'version'), 'utf8').trim().replace(/^v/, '');
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return present === wanted && existsSync(executable) ? executable : null;
  } catch {
    return null;
  }
}
