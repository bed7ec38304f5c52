import { describe, expect, it } from 'vitest';
import { countTests } from '../../../scripts/support/run-vitest.mjs';

const file = (status: string, ...assertions: string[]) => ({ status, assertionResults: assertions.map((each) => ({ status: each })) });
const report = (passed: number, ...testResults: ReturnType<typeof file>[]) => ({ numPassedTests: passed, numPendingTests: 2, numTodoTests: 1, testResults });

describe('countTests', () => {
  it('counts passed, failed and skipped tests', () => {
    expect(countTests(report(3, file('failed', 'passed', 'failed'), file('passed', 'passed', 'passed')), 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });
  it('counts a file that could not be loaded', () => {
    expect(countTests(report(1, file('failed'), file('passed', 'passed')), 1).failed).toBe(1);
  });
  it('counts an error outside of any test', () => {
    expect(countTests(report(1, file('passed', 'passed')), 1).failed).toBe(1);
  });
  it('counts a runner that died', () => {
    expect(countTests(null, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
