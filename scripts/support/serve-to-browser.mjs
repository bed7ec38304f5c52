import { createInterface } from 'node:readline';
import { ending, exitCode, startChild } from './children.mjs';
import { openInDefaultBrowser } from './desktop.mjs';
import { environment } from './pinned-node.mjs';
import { inProject, root } from './project.mjs';
import { say } from './say.mjs';

/**
 * Runs the local host until it is stopped. It prints its address itself.
 * @param {string} node
 * @param {{ port: number, project: string | null }} options
 * @returns {Promise<number>} its exit code
 */
export async function serveToBrowser(node, { port, project }) {
  const args = [inProject('src', 'main', 'headless', 'main.ts'), '--port', String(port), ...(project === null ? [] : ['--project', project])];
  const host = startChild(node, args, { cwd: root, env: environment(), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  host.once('message', (message) => openInDefaultBrowser(/** @type {{ address: string }} */ (message).address));
  if (process.stdin.isTTY) createInterface({ input: process.stdin }).on('line', () => host.send({ kind: 'fresh-address' }));
  const end = await ending(host);
  if (end.signal !== null) say(`The host was ended by ${end.signal}. Whatever was saved is in the project; npm start opens it again.`);
  return exitCode(end);
}
