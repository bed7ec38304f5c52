import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

describe('numbers that were typed and not left', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').click();
    await app.page.getByTestId('window-state').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const type = async (field: string, text: string) => {
    await app.page.getByTestId(field).selectText();
    await app.page.keyboard.type(text);
  };
  const makeButton = () => app.page.getByTestId('make-windows');

  it('are what a run trains with', async () => {
    const { page } = app;
    await press(page, 'g', 't');
    await page.locator('[data-testid="train.start"]:enabled').waitFor();
    await type('validation', '25');
    await type('epochs', '2');
    await press(page, 'Control+Enter');
    await page.locator('[data-testid=run-detail]:not([data-state=running])').waitFor({ timeout: 240_000 });
    expect(await page.getByTestId('run-detail').getAttribute('data-epochs'), await page.getByTestId('run-detail').innerText()).toBe('2');
    const configuration = await page.getByRole('region', { name: 'Configuration' }).innerText();
    expect(configuration).toMatch(/25\s?% validation/);
  });

  it('start no run where one of them is none, and say why', async () => {
    const { page } = app;
    await type('validation', '2');
    // It may still become 20.
    expect(await page.getByText('A whole number from 5 to 60 is needed.').count()).toBe(0);
    await press(page, 'Control+Enter');
    await page.getByText('A whole number from 5 to 60 is needed.').waitFor();
    await page.getByTestId('seed').click();
    // Clicking leaves the field; that must not put back a number and train with it.
    await page.getByTestId('train.start').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('validation');
    expect(await page.getByTestId('validation').inputValue()).toBe('2');
    expect(await page.getByTestId('run-row').count()).toBe(1);
    await type('validation', '25');
    await expect.poll(() => page.getByText('A whole number from 5 to 60 is needed.').count()).toBe(0);
  });

  it('decide how many windows are made, and none are where what stands there is no number', async () => {
    const { page } = app;
    await press(page, 'Control+k');
    await page.keyboard.type('go to label');
    await press(page, 'Enter');
    await page.getByTestId('window-state').waitFor();
    await press(page, 'Control+k');
    await page.keyboard.type('make windows');
    await press(page, 'Enter');
    await makeButton().waitFor();
    const before = await makeButton().innerText();
    await type('window-stride', '50');
    await expect.poll(() => makeButton().innerText()).not.toBe(before);
    await type('window-stride', '5x');
    await expect.poll(() => makeButton().isDisabled()).toBe(true);
    await press(page, 'Tab');
    expect(await page.getByTestId('window-stride').inputValue()).toBe('5x');
    await page.getByText('A whole number from 1 to 1000000 is needed.').waitFor();
    await press(page, 'Escape');
    await makeButton().waitFor({ state: 'detached' });
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
