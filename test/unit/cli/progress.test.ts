import { describe, expect, it } from 'vitest';
import { experimentId } from '../../../src/shared/domain/ids.ts';
import { makeProgressPrinter } from '../../../src/main/cli/progress.ts';

/** What is printed for reports of (seconds, runs done). */
function printed(reports: readonly (readonly [at: number, done: number])[], isTTY = false): string {
  let text = '';
  let now = 0;
  const printer = makeProgressPrinter({ isTTY, write: (piece) => (text += piece) }, () => 1000 * now);
  for (const [at, done] of reports) {
    now = at;
    printer.event({ kind: 'experiment-progress', experimentId: experimentId(1), done, members: 3, secondsLeft: 5 });
  }
  printer.end();
  return text;
}

describe('the progress of an experiment', () => {
  it('is a line a second at most in a log, but never leaves out that a run is done', () => {
    expect(printed([[0, 0], [0.2, 0], [0.4, 1], [0.5, 1], [0.6, 2], [1.7, 2]])).toBe('0 of 3 runs done, 5 s left\n1 of 3 runs done, 5 s left\n2 of 3 runs done, 5 s left\n2 of 3 runs done, 5 s left\n');
  });

  it('is one line that is written over on a terminal', () => {
    expect(printed([[0, 0], [0.1, 1]], true)).toBe('\r\u001B[K0 of 3 runs done, 5 s left\r\u001B[K1 of 3 runs done, 5 s left\n');
  });
});
