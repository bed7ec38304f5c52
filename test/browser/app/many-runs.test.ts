import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';
import { fillWithRuns } from './many-runs.ts';

/** Many times what an idle machine takes: tests share theirs with others. */
const LIMIT_MS = 10_000;

describe('a project of 1,000 runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-many-runs-'));
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    const project = join(folder, 'many.expanse');
    fillWithRuns(project, 1000);
    host = await startTestHost({ project });
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByRole('navigation').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true });
  });

  const rows = () => app.page.locator('[data-testid=run-row], [data-testid=experiment-row]');
  const timed = async (work: () => Promise<void>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const listed = () => app.page.getByTestId('run-list').getAttribute('data-rows', { timeout: LIMIT_MS });

  it('shows its list, finds in it and scrolls to its end at once, and draws what is in view only', async () => {
    const { page } = app;
    const opening = await timed(async () => {
      await press(page, 'g', 't');
      // 500 runs stand alone, and 100 experiments hold the others.
      await expect.poll(listed, { interval: 10, timeout: 10_000 }).toBe('600');
      await rows().first().waitFor();
    });
    expect(await rows().count()).toBeLessThan(40);

    const searching = await timed(async () => {
      await page.getByTestId('run-search').fill('alone 995');
      await expect.poll(listed, { interval: 10, timeout: 10_000 }).toBe('1');
    });
    await page.getByTestId('run-search').fill('');
    await expect.poll(listed).toBe('600');
    const scrolling = await timed(async () => {
      await page.getByTestId('run-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
      await rows().filter({ hasText: 'experiment at 0' }).waitFor();
    });
    const marking = await timed(async () => {
      await rows().filter({ hasText: 'experiment at 0' }).click();
      await page.getByTestId('experiment-figures').waitFor();
      await page.getByTestId('train.favourite').click();
      await page.locator('[data-testid="train.favourite"][aria-pressed=true]').waitFor();
    });
    const times = { opening, searching, scrolling, marking };
    process.stderr.write(`1,000 runs, in ms: ${JSON.stringify(times, (_, value: unknown) => (typeof value === 'number' ? Math.round(value) : value))}\n`);
    for (const [what, ms] of Object.entries(times)) expect(ms, what).toBeLessThan(LIMIT_MS);
    expect(app.complaints).toEqual([]);
  });
});
