import { homedir } from 'node:os';
import { join } from 'node:path';

export interface Folders {
  /** Settings and the list of recent projects. */
  readonly data: string;
  /** Where projects are created by name. */
  readonly projects: string;
}

/** The same places for every host, so that a project begun in the browser is found in Electron. */
export function defaultFolders(env: NodeJS.ProcessEnv = process.env, platform = process.platform, home = homedir()): Folders {
  return {
    data: env['EXPANSE_DATA'] ?? join(dataHome(env, platform, home), 'Expanse'),
    projects: env['EXPANSE_PROJECTS'] ?? join(home, 'Expanse'),
  };
}

function dataHome(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  return env['XDG_DATA_HOME'] ?? join(home, '.local', 'share');
}
