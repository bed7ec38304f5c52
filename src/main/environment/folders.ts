import { homedir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from './data-folder.mjs';

export interface Folders {
  /** Settings and the list of recent projects. */
  readonly data: string;
  /** Where projects are created by name. */
  readonly projects: string;
}

/** The same places for every host, so that a project begun in the browser is found in Electron. */
export function defaultFolders(env: NodeJS.ProcessEnv = process.env, platform = process.platform, home = homedir()): Folders {
  return { data: dataFolder(env, platform, home), projects: env['EXPANSE_PROJECTS'] ?? join(home, 'Expanse') };
}
