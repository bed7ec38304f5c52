import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReviewProject } from '../review/review-project.ts';
import { lastJson, runCli } from './run-cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'expanse-cli-queue-'));
  createReviewProject(join(folder, 'p.expanse'), Array.from({ length: 10 }, (_, n) => [[0, n, 0.5]]));
});
afterAll(() => rmSync(folder, { recursive: true }));

const queue = (...args: string[]) => runCli(['queue', 'list', ...args, '--project', 'p.expanse'], { folder });

describe('expanse queue list', () => {
  it('lists windows in time, and says how many more there are', async () => {
    const { code, stdout } = await queue('--limit', '2');
    expect(code).toBe(0);
    expect(stdout).toBe(
      '1  pending  ABC 1m 1970-01-01T00:00:00Z – 1970-01-01T01:39:00Z  0 spans\n' +
        '2  pending  ABC 1m 1970-01-01T01:40:00Z – 1970-01-01T03:19:00Z  0 spans\n' +
        'and 8 more: --offset 2\n10 listed; 10 pending, 0 reviewed, 0 skipped\n',
    );
  });

  it('orders by a run, and asks for one', async () => {
    const { windows } = lastJson(await queue('--order', 'uncertain', '--run', '1', '--limit', '3', '--json')) as { windows: { id: number }[] };
    expect(windows.map(({ id }) => id)).toEqual([10, 9, 8]);
    const refused = await queue('--order', 'disagreeing');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Say of which with --run.');
  });
});
