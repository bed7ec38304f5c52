import { inProject } from './project.mjs';
import { runQuietly } from './run.mjs';

/** @typedef {{ name: string, run: (node: string) => Promise<{ code: number, output: string }> }} Check */

const RUNTIMES = ['src/shared', 'src/main', 'src/renderer', 'scripts', 'test'];

/** One per runtime, because each sees other globals: a Node type in the renderer must not compile. */
export const typechecks = RUNTIMES.map((folder) => moduleCheck(`typecheck ${folder}`, ['node_modules', 'typescript', 'bin', 'tsc'], ['-p', `${folder}/tsconfig.json`]));

export const lintChecks = [
  moduleCheck('lint', ['node_modules', 'oxlint', 'bin', 'oxlint'], ['--deny-warnings']),
  moduleCheck('import directions', ['scripts', 'check-imports', 'main.ts'], []),
];

/**
 * @param {string} name
 * @param {string[]} module
 * @param {string[]} args
 * @returns {Check}
 */
function moduleCheck(name, module, args) {
  return { name, run: (node) => runQuietly(node, [inProject(...module), ...args]) };
}

/**
 * Runs them two at a time and prints one line for each, with what it said where it failed.
 * @param {string} node
 * @param {readonly Check[]} checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(node, checks) {
  const waiting = [...checks];
  let failed = 0;
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, output } = await check.run(node);
      if (code !== 0) failed += 1;
      process.stdout.write(code === 0 ? `ok      ${check.name}\n` : `FAILED  ${check.name}\n${output}\n`);
    }
  };
  await Promise.all([work(), work()]);
  return { passed: checks.length - failed, failed };
}
