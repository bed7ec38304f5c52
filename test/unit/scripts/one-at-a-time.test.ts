import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../scripts/support/one-at-a-time.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'expanse-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('oneAtATime', () => {
  it('lets one piece of work end before the next begins', async () => {
    let atWork = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, (atWork += 1));
      await new Promise((resolve) => setTimeout(resolve, 30));
      atWork -= 1;
    };
    await Promise.all([1, 2, 3].map(() => oneAtATime('work', work, folder)));
    expect(most).toBe(1);
    expect(existsSync(join(folder, 'work.pid'))).toBe(false);
  });

  it('lets go when the work fails', async () => {
    await expect(oneAtATime('work', () => Promise.reject(new Error('failed')), folder)).rejects.toThrow('failed');
    expect(existsSync(join(folder, 'work.pid'))).toBe(false);
  });

  it('does not wait for a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--eval', '']);
    writeFileSync(join(folder, 'work.pid'), String(pid));
    let done = false;
    await oneAtATime('work', async () => void (done = true), folder);
    expect(done).toBe(true);
  });
});
