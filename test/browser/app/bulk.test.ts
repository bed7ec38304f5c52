import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, waitUntilSaved, type AppPage } from './app-page.ts';

describe('changing many spans at once, by keyboard alone', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').press('Enter');
    await app.page.getByTestId('window-state').filter({ hasText: 'pending' }).waitFor();
    await app.page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    await app.page.locator('[data-keyboard-home]').focus();
    for (let span = 0; span < 3; span++) await press(app.page, 'Shift+ArrowRight', 'Space', 'Shift+ArrowRight', '4', 'Escape', 'Shift+ArrowRight');
    await waitUntilSaved(app.page);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const foretold = () => app.page.getByTestId('bulk-foretold').innerText();
  const spanCount = () => app.page.getByTestId('span-count').innerText();
  const projectSpans = async () => Number(/(\d+) spans?$/.exec(await app.page.getByText(/ windows · \d+ spans?$/).innerText())?.[1]);

  it('changes the type of all spans of the window, after it has said so', async () => {
    const { page } = app;
    await press(page, 'y');
    await expect.poll(foretold).toMatch(/^3 spans of window \d+ get the type consolidation\. .*one step/);
    await press(page, 'Enter');
    await page.getByTestId('bulk-set-type').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText(/bars · consolidation/).count()).toBe(3);
    await press(page, 'Control+z');
    await expect.poll(() => page.getByText(/bars · consolidation/).count()).toBe(0);
  });

  it('deletes all spans of the window as one step, and Esc deletes none', async () => {
    const { page } = app;
    const before = await shownSpans(page);
    expect(before).toHaveLength(3);
    await press(page, 'Shift+Delete');
    await expect.poll(foretold).toMatch(/^3 spans of window \d+ are deleted\. .*no expansion/);
    await press(page, 'Escape');
    await page.getByTestId('bulk-delete-spans').waitFor({ state: 'detached' });
    expect(await shownSpans(page)).toEqual(before);
    await press(page, 'Shift+Delete');
    await expect.poll(foretold).toMatch(/^3 spans/);
    await press(page, 'Enter');
    await expect.poll(spanCount).toBe('0');
    await page.getByTestId('bulk-delete-spans').waitFor({ state: 'detached' });
    await press(page, 'Control+z');
    await expect.poll(() => shownSpans(page)).toEqual(before);
  });

  it('deletes those of the whole series, and brings them back', async () => {
    const { page } = app;
    await waitUntilSaved(page);
    await expect.poll(projectSpans).toBeGreaterThan(3);
    const total = await projectSpans();
    await press(page, 'Shift+Delete');
    await page.getByTestId('bulk-place').press('Enter');
    await press(page, 'ArrowDown', 'Enter');
    await expect.poll(foretold).toContain(`${total} spans of SAMPLE 1m, those of its windows included, are deleted.`);
    await page.getByTestId('bulk-confirm').press('Enter');
    await expect.poll(() => page.getByText(/ windows · 0 spans$/).count()).toBe(1);
    await page.getByTestId('bulk-delete-spans').waitFor({ state: 'detached' });
    await press(page, 'Control+z');
    await expect.poll(() => page.getByText(new RegExp(` windows · ${total} spans$`)).count()).toBe(1);
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
