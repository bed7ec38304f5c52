import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** @typedef {{ browser: boolean, port: number, project: string | null }} StartOptions */

export const USAGE = 'usage: npm start -- [PROJECT.expanse] [--browser] [--port N]';

/**
 * Throws an Error whose message says what was expected.
 * @param {readonly string[]} args
 * @param {string} folder from which a relative path is meant
 * @returns {StartOptions} port 0: any that is free
 */
export function readStartOptions(args, folder) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { browser: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
    allowPositionals: true,
  });
  const [project, ...more] = positionals;
  if (more.length > 0) throw new Error(`One project at a time, not also ${more.join(' ')}.`);
  if (project !== undefined && !project.endsWith('.expanse')) throw new Error(`${project} is not named like a project (*.expanse).`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port takes a number from 0 to 65535, not ${values.port}.`);
  return { browser: values.browser || port > 0, port, project: project === undefined ? null : resolve(folder, project) };
}
