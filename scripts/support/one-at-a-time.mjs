import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inProject } from './project.mjs';

const POLL_MS = 200;

/**
 * Waits while another process of this project does work of the same name, as with `npm start` and `npm test` side by side.
 * @param {string} name
 * @param {() => Promise<void>} work
 * @param {string} [folder] where the lock lies
 */
export async function oneAtATime(name, work, folder = inProject('.cache')) {
  mkdirSync(folder, { recursive: true });
  const lock = `${folder}/${name}.pid`;
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // Whoever held it was killed before it could let go.
    if (!isRunning(holderOf(lock))) rmSync(lock, { force: true });
    return false;
  }
}

/**
 * @param {string} lock
 * @returns {number | null} null: it was let go of meanwhile, or is being written
 */
function holderOf(lock) {
  try {
    return Number(readFileSync(lock, 'utf8')) || null;
  } catch {
    return null;
  }
}

/** @param {number | null} pid */
function isRunning(pid) {
  if (pid === null) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
