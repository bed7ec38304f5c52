import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

// A key that may begin a sequence is taken after a second.
const PATIENCE = { timeout: 5000 };

describe('keys of one’s own', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').click();
    await app.page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const step = (page: Page) => page.getByTestId('key-editor').getAttribute('data-step');
  const keysOf = (page: Page, action: string) => page.locator(`[data-testid="keys-of-${action}"] [data-keys]`).evaluateAll((caps) => caps.map((cap) => cap.getAttribute('data-keys')));
  const isVolumeShown = (page: Page) => page.getByTestId('chart.volume').getAttribute('aria-pressed');

  /** Opens the sheet, finds the action by its title and presses Enter on it. */
  async function choose(page: Page, title: string): Promise<void> {
    await press(page, 'Shift+?');
    await page.getByTestId('key-search').waitFor();
    await page.keyboard.type(title);
    await press(page, 'Enter');
    await expect.poll(() => step(page), PATIENCE).toBe('record');
  }

  async function leave(page: Page): Promise<void> {
    await press(page, 'Escape');
    await page.getByTestId('key-sheet').waitFor({ state: 'detached' });
  }

  it('are given by search, Enter and the new key, and work at once', async () => {
    const { page } = app;
    await choose(page, 'hide the volume');
    await press(page, '0');
    await expect.poll(() => keysOf(page, 'chart.volume'), PATIENCE).toEqual(['0']);
    await leave(page);
    const before = await isVolumeShown(page);
    await press(page, 'v');
    expect(await isVolumeShown(page)).toBe(before);
    await press(page, '0');
    await expect.poll(() => isVolumeShown(page), PATIENCE).not.toBe(before);
  });

  it('are not taken from another action before the person says so', async () => {
    const { page } = app;
    await choose(page, 'or end a span');
    await press(page, '0');
    await expect.poll(() => step(page), PATIENCE).toBe('question');
    expect(await page.getByTestId('key-editor').innerText()).toContain('0 is the key of “Show or hide the volume”');
    await press(page, 'Enter');
    await expect.poll(() => step(page), PATIENCE).toBe('idle');
    await leave(page);
    await press(page, 'Shift+?');
    await page.getByTestId('key-search').waitFor();
    expect([await keysOf(page, 'chart.volume'), await keysOf(page, 'span.start-end')]).toEqual([['0'], ['Space']]);
    await leave(page);
    await choose(page, 'or end a span');
    await press(page, '0');
    await expect.poll(() => step(page), PATIENCE).toBe('question');
    await press(page, 'Shift+Tab', 'Enter');
    await expect.poll(() => keysOf(page, 'span.start-end'), PATIENCE).toEqual(['0']);
    await leave(page);
    await press(page, 'Shift+?');
    await page.getByTestId('key-search').waitFor();
    expect(await keysOf(page, 'chart.volume')).toEqual([]);
    await leave(page);
  });

  it('are shown wherever keys are: in the guide, in the palette', async () => {
    const { page } = app;
    expect(await page.getByTestId('guide').locator('[data-keys]').evaluateAll((caps) => caps.map((cap) => cap.getAttribute('data-keys')))).toEqual(['ArrowLeft', 'ArrowRight', '0']);
    expect(await page.getByTestId('guide').getByText('Left arrow', { exact: true }).count()).toBe(1);
    await press(page, 'Control+k');
    await page.getByTestId('palette').waitFor();
    await page.keyboard.type('or end a span');
    expect(await page.getByTestId('palette').getByRole('option').first().locator('[data-keys]').getAttribute('data-keys')).toBe('0');
    await press(page, 'Escape');
    await page.getByTestId('palette').waitFor({ state: 'detached' });
  });

  it('leave the ways about the window alone, and Escape gives up', async () => {
    const { page } = app;
    await choose(page, 'hide labels');
    await press(page, 'F6');
    expect(await page.getByTestId('key-recorder').innerText()).toContain('Kept for moving about');
    await press(page, 'Escape');
    await expect.poll(() => step(page), PATIENCE).toBe('idle');
    expect(await keysOf(page, 'chart.labels')).toEqual(['h']);
    await leave(page);
  });

  it('can be sequences, and outlive a reload', async () => {
    const { page } = app;
    await choose(page, 'hide the volume');
    await press(page, 'z', 'v');
    await expect.poll(() => keysOf(page, 'chart.volume'), PATIENCE).toEqual(['z v']);
    await page.reload();
    await page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    const before = await isVolumeShown(page);
    await press(page, 'z', 'v');
    await expect.poll(() => isVolumeShown(page), PATIENCE).not.toBe(before);
  });

  it('are given back, one or all', async () => {
    const { page } = app;
    await choose(page, 'or end a span');
    await press(page, 'Tab', 'Enter');
    await expect.poll(() => keysOf(page, 'span.start-end'), PATIENCE).toEqual(['Space']);
    await page.getByTestId('keys-reset-all').click();
    await page.getByTestId('keys-reset-all-now').click();
    await leave(page);
    await press(page, 'Shift+?');
    await page.getByTestId('key-search').waitFor();
    await expect.poll(() => keysOf(page, 'chart.volume'), PATIENCE).toEqual(['v']);
    await leave(page);
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
