import { readFileSync } from 'node:fs';
import { oneAtATime } from './one-at-a-time.mjs';
import { runLoudly } from './run.mjs';
import { inProject } from './project.mjs';
import { giveUp, say } from './say.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} LockedPackages */

/** Installs exactly what package-lock.json names, unless that is what is there. */
export async function ensureDependencies() {
  const wanted = readPackages('package-lock.json');
  if (wanted === null) return giveUp('package-lock.json is missing or damaged: restore it, then run the command again.');
  const isComplete = () => {
    // npm writes this file last, so an interrupted installation is never taken for a complete one.
    const present = readPackages('node_modules', '.package-lock.json');
    return present !== null && isInstalled(wanted, present);
  };
  if (isComplete()) return;
  await oneAtATime('installing', async () => {
    // Another command may have installed meanwhile.
    if (!isComplete()) await install();
  });
}

async function install() {
  say('Installing what package-lock.json names (once, about a minute) …');
  const code = await runNpm(['ci', '--include=dev', '--include=optional']);
  if (code !== 0) giveUp(`npm ci ended with ${code}: see its message above, check the network, then run the command again.`);
}

/**
 * Packages for other platforms are optional and rightly absent.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} present
 */
export function isInstalled(wanted, present) {
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * @param {string[]} path
 * @returns {LockedPackages | null}
 */
function readPackages(...path) {
  try {
    return JSON.parse(readFileSync(inProject(...path), 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {string[]} args */
function runNpm(args) {
  const npm = process.env['npm_execpath'];
  // npm's output goes to stderr with the other news of the set-up.
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 2, 2];
  if (npm?.endsWith('.js')) return runLoudly(process.execPath, [npm, ...args], { stdio });
  return runLoudly('npm', args, { stdio, shell: process.platform === 'win32' });
}
