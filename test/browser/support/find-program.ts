import { existsSync } from 'node:fs';
import { findInstalledBrowser } from '../../../src/main/environment/find-browser.ts';
import { npmBrowser } from './npm-browser.ts';

export interface BrowserProgram {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

/** `EXPANSE_BROWSER`: an executable, or `npm` for the one from the npm package. Unset: an installed one, else that from npm. */
export function findBrowserProgram(wish = process.env['EXPANSE_BROWSER']): BrowserProgram {
  if (wish === 'npm') return npmBrowser();
  if (wish) {
    if (!existsSync(wish)) throw new Error(`EXPANSE_BROWSER names ${wish}, which does not exist.`);
    return { executable: wish, env: {} };
  }
  const installed = findInstalledBrowser();
  return installed === null ? npmBrowser() : { executable: installed, env: {} };
}
