import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from '../../src/main/environment/find-electron.mjs';
import { inProject, root } from './project.mjs';
import { runQuietly } from './run.mjs';
import { say } from './say.mjs';

const PACKAGE = inProject('node_modules', 'electron');
const ATTEMPT = inProject('.cache', 'electron-attempt.json');
const DAY_MS = 24 * 60 * 60 * 1000;
const LIMIT_MS = 120_000;

/**
 * Downloads the binary if it is missing, at most once a day, so that a start without a network stays quick.
 * @param {string} node
 * @returns {Promise<{ executable: string } | { reason: string }>}
 */
export async function ensureElectron(node) {
  const present = findElectron(root);
  if (present !== null) return { executable: present };
  if (Date.now() - lastAttempt() < DAY_MS) return { reason: 'the Electron binary could not be downloaded (tried within the last day)' };
  say('Downloading the Electron binary (once) …');
  recordAttempt();
  const { code, output, timedOut } = await runQuietly(node, [join(PACKAGE, 'install.js')], { limitMs: LIMIT_MS });
  const executable = findElectron(root);
  if (executable !== null) return { executable };
  const why = timedOut ? `no answer within ${LIMIT_MS / 1000} s` : (errorLine(output) ?? `ended with ${code}`);
  return { reason: `the Electron binary could not be downloaded (${why})` };
}

/** @param {string} output */
function errorLine(output) {
  return output.split('\n').map((line) => line.trim()).find((line) => /error/i.test(line))?.slice(0, 160);
}

/** @returns {number} milliseconds since 1970 */
function lastAttempt() {
  try {
    return Number(JSON.parse(readFileSync(ATTEMPT, 'utf8')).at);
  } catch {
    return 0;
  }
}

function recordAttempt() {
  mkdirSync(inProject('.cache'), { recursive: true });
  writeFileSync(ATTEMPT, JSON.stringify({ at: Date.now() }));
}
