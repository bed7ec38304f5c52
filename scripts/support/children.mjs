import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Ending */

const GRACE_MS = 5_000;
const PARENT_CHECK_MS = 500;
const onWindows = process.platform === 'win32';

/** @type {Map<ChildProcess, Promise<Ending>>} */
const running = new Map();

/**
 * Starts a process at the head of a group of its own, so that it and all it starts can be ended together.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startChild(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options, detached: !onWindows });
  running.set(child, waitFor(child));
  return child;
}

/**
 * Rejects if the process could not be started at all.
 * @param {ChildProcess} child
 * @returns {Promise<Ending>}
 */
export function ending(child) {
  return running.get(child) ?? Promise.resolve({ code: child.exitCode, signal: child.signalCode });
}

/**
 * What a shell would report for this end.
 * @param {Ending} end
 */
export function exitCode({ code, signal }) {
  return code ?? (signal === null ? 1 : codeOfSignal(signal));
}

/** @param {NodeJS.Signals} signal */
export const codeOfSignal = (signal) => 128 + constants.signals[signal];

/** Asks every child to end, and ends whatever is left of them after the grace period. */
export async function stopChildren() {
  const children = [...running.keys()];
  for (const child of children) signalGroup(child, 'SIGTERM');
  const ended = Promise.allSettled(children.map(ending));
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref())]);
  for (const child of children) signalGroup(child, 'SIGKILL');
}

/**
 * Ctrl+C, a closed terminal, a kill, or npm's sudden death: the children end first, then this process.
 * @param {(signal: NodeJS.Signals) => number} codeOf its exit code then
 */
export function stopChildrenWithThisProcess(codeOf) {
  let stopping = false;
  /** @param {NodeJS.Signals} signal */
  const stop = async (signal) => {
    if (stopping) return;
    stopping = true;
    await stopChildren();
    process.exit(codeOf(signal));
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
  const parent = process.ppid;
  setInterval(() => {
    if (!onWindows && process.ppid !== parent) void stop('SIGHUP');
  }, PARENT_CHECK_MS).unref();
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<Ending>}
 */
function waitFor(child) {
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      // A process may end without ending what it started.
      signalGroup(child, 'SIGKILL');
      resolve({ code, signal });
    });
  });
  const forget = () => running.delete(child);
  ended.then(forget, forget);
  return ended;
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (!onWindows) process.kill(-child.pid, signal);
    else if (child.exitCode === null) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
