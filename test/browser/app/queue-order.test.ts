import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReviewProject } from '../../integration/review/review-project.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, waitUntilSaved, type AppPage } from './app-page.ts';

describe('the order of the queue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-queue-'));
  const project = join(folder, 'queue.expanse');
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    // The later the window, the more bars there are of which the run is in two minds.
    createReviewProject(project, Array.from({ length: 10 }, (_, n) => [[0, n, 0.5]]));
    host = await startTestHost({ project });
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    // So high that the whole list is drawn.
    await app.page.setViewportSize({ width: 1280, height: 1100 });
    await app.page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    const guide = app.page.getByTestId('guide-close');
    if ((await guide.count()) > 0) await guide.press('Enter');
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = () => app.page.getByTestId('queue-row').evaluateAll((all) => all.map((row) => Number((row as HTMLElement).dataset['window'])));
  const openWindow = async () => Number(await app.page.locator('[data-testid=queue-row][aria-current=true]').getAttribute('data-window'));
  const toChart = () => app.page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());

  it('is by chance at a key, and reproducible; next follows it', async () => {
    const { page } = app;
    await expect.poll(rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await toChart();
    await press(page, 'Shift+O');
    await expect.poll(async () => (await rows()).join()).toMatch(/^(?!1,2,3,4,5,6,7,8,9,10$)\d+(,\d+){9}$/);
    const shuffled = await rows();
    expect(shuffled.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const at = shuffled.indexOf(await openWindow());
    await press(page, '.');
    await expect.poll(openWindow).toBe(shuffled[(at + 1) % 10]);
    // Without a run the next order is the one in time again.
    await press(page, 'Shift+O');
    await expect.poll(rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await press(page, 'Shift+O');
    await expect.poll(rows).toEqual(shuffled);
  });

  it('is by the run over the bars, and Enter goes on to the least sure that waits', async () => {
    const { page } = app;
    await page.getByTestId('run-select').press('Enter');
    await page.getByRole('option', { name: /#1/ }).press('Enter');
    await toChart();
    await press(page, 'Shift+O');
    await expect.poll(rows).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    await page.locator('[data-testid=queue-row][data-window="10"]').press('Enter');
    await expect.poll(openWindow).toBe(10);
    await press(page, 'Enter');
    await expect.poll(openWindow).toBe(9);
    await page.getByText('Window 9', { exact: true }).waitFor();
    await press(page, 'Enter');
    await expect.poll(openWindow).toBe(8);
    await press(page, ',');
    await expect.poll(openWindow).toBe(9);
  });

  it('shows one state after the other at a key, and those alone are stepped through', async () => {
    const { page } = app;
    await waitUntilSaved(page);
    await press(page, 'Shift+F');
    await expect.poll(rows).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    await press(page, 'Shift+F');
    await expect.poll(rows).toEqual([10, 9]);
    await press(page, '.');
    await expect.poll(openWindow).toBe(10);
    await press(page, '.');
    await expect.poll(openWindow).toBe(9);
  });

  it('keeps order and filters over a reload, and lists why windows were skipped', async () => {
    const { page } = app;
    await page.reload();
    await expect.poll(rows).toEqual([10, 9]);
    await toChart();
    await press(page, 's');
    await page.keyboard.type('a gap');
    await press(page, 'Enter');
    await waitUntilSaved(page);
    await expect.poll(rows).toEqual([10]);
    await toChart();
    await press(page, 'Shift+F');
    await expect.poll(rows).toEqual([9]);
    await page.getByTestId('queue-reason').press('Enter');
    await page.getByRole('option', { name: /a gap/ }).press('Enter');
    await expect.poll(rows).toEqual([9]);
    await toChart();
    await press(page, 'Shift+F');
    await expect.poll(rows).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('is filtered by day and by labels, all by keyboard, and says so', async () => {
    const { page } = app;
    await page.getByTestId('queue-filters').press('Enter');
    await page.getByTestId('queue-labelled').press('Enter');
    await page.getByRole('option', { name: 'With labels', exact: true }).press('Enter');
    await page.getByText('No window is like that.').waitFor();
    expect(await page.getByTestId('queue-filters').innerText()).toBe('More filters (1)');
    await page.getByTestId('queue-labelled').press('Enter');
    await page.getByRole('option', { name: 'Without labels' }).press('Enter');
    await expect.poll(rows).toHaveLength(10);
    await page.getByTestId('queue-from').fill('1970-01-02');
    await expect.poll(rows).toEqual([]);
    await page.getByTestId('queue-from').fill('');
    await expect.poll(rows).toHaveLength(10);
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
