import { existsSync } from 'node:fs';
import { inProject } from './project.mjs';
import { giveUp } from './say.mjs';

const platforms = new Map([['win32', 'win'], ['linux', 'linux'], ['darwin', 'darwin']]);

/**
 * The Node that everything of the project runs on: the pinned one that npm installed, else the one that runs this script.
 * @returns {string}
 */
export function findNode() {
  const pinned = pinnedNode();
  if (existsSync(pinned)) return pinned;
  if (runsTypeScript(process.versions.node)) return process.execPath;
  return giveUp(
    `Expanse needs Node 22.18 or newer on this kind of machine and found ${process.versions.node}: install it from https://nodejs.org, then run the command again.`,
  );
}

/** For programs that run from source: what Node compiled is kept, which halves their start. */
export const environment = () => ({ NODE_COMPILE_CACHE: inProject('.cache', 'node'), ...process.env });

function pinnedNode() {
  const platform = platforms.get(process.platform) ?? process.platform;
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  return inProject('node_modules', `node-${platform}-${process.arch}`, 'bin', executable);
}

/**
 * Whether this version runs TypeScript files without a flag.
 * @param {string} version
 */
export function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major >= 24;
}
