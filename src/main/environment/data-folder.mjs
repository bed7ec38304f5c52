// JavaScript, because the start script needs it, too, on whatever Node the person has.
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the app keeps what belongs to the person and to no project: settings, the list of recent projects, CUDA's back end.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @param {string} [home]
 */
export function dataFolder(env = process.env, platform = process.platform, home = homedir()) {
  return env['EXPANSE_DATA'] ?? join(dataHome(env, platform, home), 'Expanse');
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
function dataHome(env, platform, home) {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  return env['XDG_DATA_HOME'] ?? join(home, '.local', 'share');
}
