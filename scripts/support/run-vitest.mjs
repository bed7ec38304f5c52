import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inProject } from './project.mjs';
import { runLoudly } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} Report */

const REPORT = inProject('test-results', 'vitest.json');

/**
 * Runs the tests; vitest prints its own summary.
 * @param {string} node
 * @param {readonly string[]} args
 * @returns {Promise<Counts>}
 */
export async function runVitest(node, args) {
  mkdirSync(inProject('test-results'), { recursive: true });
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const code = await runLoudly(node, [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...args]);
  return countTests(readReport(), code);
}

/**
 * A file that failed before its tests ran, an error outside of any test and a runner that died count as one failure each:
 * nothing that went wrong may end in "0 failed".
 * @param {Report | null} report null: the runner left none
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countTests(report, code) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  let failed = 0;
  for (const { status, assertionResults } of report.testResults) {
    const failures = assertionResults.filter((assertion) => assertion.status === 'failed').length;
    failed += failures === 0 && status === 'failed' ? 1 : failures;
  }
  if (failed === 0 && code !== 0) failed = 1;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** @returns {Report | null} */
function readReport() {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    return null;
  }
}
