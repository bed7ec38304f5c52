// JavaScript, because the start script needs it, too, on whatever Node the person has.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where distributions, WSL and containers put the driver's library. */
const LIBRARY_FOLDERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/usr/lib/wsl/lib', '/usr/local/nvidia/lib64', '/run/opengl-driver/lib'];

/**
 * A file that only an NVIDIA driver puts there; null: there is none. Starts nothing and loads nothing.
 * @param {{ platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv, root?: string }} [machine] root: before every fixed path
 * @returns {string | null}
 */
export function findNvidiaDriver({ platform = process.platform, env = process.env, root = '' } = {}) {
  return candidates(platform, env, root).find((path) => existsSync(path)) ?? null;
}

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 * @returns {string[]}
 */
function candidates(platform, env, root) {
  if (platform === 'linux') {
    const told = (env['LD_LIBRARY_PATH'] ?? '').split(delimiter).filter(Boolean);
    const libraries = [...LIBRARY_FOLDERS.map((folder) => root + folder), ...told].map((folder) => join(folder, 'libcuda.so.1'));
    return [`${root}/proc/driver/nvidia/version`, ...libraries];
  }
  if (platform === 'win32') {
    const system = join(env['SystemRoot'] ?? `${root}C:\\Windows`, 'System32');
    const older = join(env['ProgramFiles'] ?? `${root}C:\\Program Files`, 'NVIDIA Corporation', 'NVSMI');
    return [join(system, 'nvcuda.dll'), join(system, 'nvidia-smi.exe'), join(older, 'nvidia-smi.exe')];
  }
  // NVIDIA makes no driver for macOS any more.
  return [];
}
