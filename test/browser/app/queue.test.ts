import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

describe('the queue', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').press('Enter');
    await app.page.getByTestId('guide-close').press('Enter');
    await app.page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const progress = () => app.page.getByTestId('queue-progress').innerText();
  const openWindow = () => app.page.locator('[data-testid=queue-row][aria-current=true]').getAttribute('data-window');
  const toChart = () => app.page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());

  async function run(action: string): Promise<void> {
    const { page } = app;
    await toChart();
    await press(page, 'Control+k');
    await page.keyboard.type(action);
    await press(page, 'Enter');
  }

  it('goes to a date by key, and back to the window before', async () => {
    const { page } = app;
    const first = await openWindow();
    await toChart();
    await press(page, 'Shift+D');
    await page.locator('[data-testid=date]:focus').waitFor();
    await page.keyboard.type('next week');
    await press(page, 'Enter');
    expect(await page.getByTestId('go-to-date-dialog').innerText()).toMatch(/Write it as 2024-01-02 or 2024-01-02 10:30/);
    await page.getByTestId('date').fill('2024-01-05 12:00');
    await press(page, 'Enter');
    await page.getByText(/^2024-01-05 1[012]:\d\d – 1[234]:\d\d, 105 bars$/).waitFor();
    const there = await openWindow();
    expect(there).not.toBe(first);
    await toChart();
    await press(page, '.', '<');
    await expect.poll(openWindow).toBe(there);
    await press(page, '<');
    await expect.poll(openWindow).toBe(first);
  });

  it('holds windows that were drawn at random from a range of days, and says what they teach', async () => {
    const { page } = app;
    expect(await progress()).toMatch(/of 190 reviewed/);
    await run('Make windows');
    const dialog = page.getByTestId('make-windows-dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/Only windows that you complete teach what is no expansion/);
    await page.getByTestId('take').press('Enter');
    await page.getByRole('option', { name: /Some at random/ }).press('Enter');
    await page.getByTestId('window-length').fill('60');
    await page.getByTestId('window-stride').fill('60');
    await page.getByTestId('window-count').fill('7');
    await page.getByTestId('firstTime').fill('yesterday');
    expect(await dialog.innerText()).toMatch(/Write it as 2024-01-31/);
    expect(await page.getByTestId('make-windows').isDisabled()).toBe(true);
    await page.getByTestId('firstTime').fill('2024-01-04');
    await page.getByTestId('lastTime').fill('2024-01-04');
    await page.getByTestId('make-windows').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(progress).toMatch(/of 197 reviewed/);
    await page.getByText(/^2024-01-04 \d\d:\d\d – \d\d:\d\d, 60 bars$/).waitFor();
  });

  it('puts windows around what a rule finds, and warns of them', async () => {
    const { page } = app;
    await run('Make windows');
    await page.getByTestId('make-windows-dialog').waitFor();
    await page.getByTestId('take').press('Enter');
    await page.getByRole('option', { name: /Where price moves fast/ }).press('Enter');
    expect(await page.getByTestId('make-windows-dialog').innerText()).toMatch(/Quiet hours are hardly among such windows/);
    await press(page, 'Escape');
    await page.getByTestId('make-windows-dialog').waitFor({ state: 'detached' });
  });

  it('tells pace and time left once some windows are done', async () => {
    const { page } = app;
    expect(await page.getByTestId('pace').count()).toBe(0);
    for (let n = 0; n < 5; n++) {
      const before = await openWindow();
      await toChart();
      await press(page, 'Enter');
      await expect.poll(openWindow).not.toBe(before);
    }
    expect(await page.getByTestId('pace').innerText()).toMatch(/^[\d.]+ m?s a window, (about \d+ (s|min)|a few seconds) left$/);
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
