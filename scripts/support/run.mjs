import { startChild, ending, exitCode } from './children.mjs';
import { root } from './project.mjs';

/**
 * Runs a command to its end in the project's root and keeps what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, limitMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>}
 */
export async function runQuietly(command, args, { env, limitMs } = {}) {
  const child = startChild(command, args, { cwd: root, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let timedOut = false;
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const limit = limitMs === undefined ? undefined : setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
  }, limitMs);
  try {
    return { code: exitCode(await ending(child)), output, timedOut };
  } catch (error) {
    return { code: 127, output: String(error), timedOut };
  } finally {
    clearTimeout(limit);
  }
}

/**
 * Runs a command to its end with this process's input and output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function runLoudly(command, args, options) {
  return exitCode(await ending(startChild(command, args, { cwd: root, ...options })));
}
