import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasDisplay } from '../../scripts/support/desktop.mjs';
import { findElectron } from '../../src/main/environment/find-electron.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const executable = findElectron(ROOT);
const obstacle = executable === null ? 'the Electron binary is not there' : hasDisplay() ? null : 'there is no display';

describe.skipIf(obstacle !== null)(`the app in Electron itself${obstacle === null ? '' : ` (skipped: ${obstacle})`}`, () => {
  let home: string;
  let electron: ElectronApplication;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'expanse-electron-'));
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
    electron = await _electron.launch({
      executablePath: executable!,
      args: [ROOT, `--user-data-dir=${join(home, 'user')}`, ...(asRoot ? ['--no-sandbox'] : [])],
      env: { ...(process.env as Record<string, string>), EXPANSE_DATA: join(home, 'data'), EXPANSE_PROJECTS: join(home, 'projects') },
    });
  });
  afterAll(async () => {
    await electron?.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('shows the page, and the page reaches the core', async () => {
    const page = await electron.firstWindow();
    expect(page.url()).toBe('app://expanse/index.html');
    await page.getByText('Open the sample project').click();
    await expect.poll(() => page.title(), { timeout: 30_000 }).toMatch(/Expanse/);
    await expect.poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle()), { timeout: 30_000 }).toMatch(/ — Expanse$/);
  });

  it('has neither Node nor Electron in the page', async () => {
    const page = await electron.firstWindow();
    expect(await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')])).toEqual(['undefined', 'undefined']);
  });
});
