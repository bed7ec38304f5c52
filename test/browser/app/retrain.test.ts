import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, waitUntilSaved, type AppPage } from './app-page.ts';

const SLOW = { timeout: 120_000 };

describe('training again while labelling, by keyboard alone', () => {
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

  const shownRun = () => app.page.getByTestId('run-select').innerText();
  const toast = () => app.page.getByTestId('toast').filter({ hasText: 'is trained and shown' });

  async function toChart(): Promise<void> {
    await app.page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());
  }

  async function markSpan(from: number): Promise<void> {
    const { page } = app;
    await toChart();
    await press(page, 'Escape', 'Home', ...Array<string>(from).fill('ArrowRight'), 'Space', 'ArrowRight', 'ArrowRight', '4');
    await waitUntilSaved(page);
  }

  it('trains a first run with few epochs, and shows it over the bars', async () => {
    const { page } = app;
    await press(page, 'g', 't');
    await page.getByTestId('epochs').fill('4');
    await press(page, 'Enter');
    await page.locator('[data-testid="train.start"]:enabled').waitFor(SLOW);
    await press(page, 'Control+Enter');
    await page.locator('[data-testid=run-row][data-state=done]').waitFor(SLOW);
    await page.getByTestId('show-on-chart').press('Enter');
    await page.getByTestId('prediction-count').waitFor(SLOW);
    expect(await page.getByTestId('edits-since').count()).toBe(0);
  });

  it('counts the changes of labels since, less what was undone', async () => {
    const { page } = app;
    const count = page.getByTestId('edits-since');
    await markSpan(4);
    await expect.poll(() => count.innerText()).toBe('1');
    await markSpan(30);
    await expect.poll(() => count.innerText()).toBe('2');
    await press(page, 'Control+z');
    await expect.poll(() => count.innerText()).toBe('1');
  });

  it('trains with the same settings in the background, and labelling goes on', async () => {
    const { page } = app;
    const first = await shownRun();
    await toChart();
    await press(page, 'Shift+R');
    await page.getByTestId('retraining').waitFor(SLOW);
    await markSpan(60);
    await page.getByTestId('retraining').waitFor({ state: 'detached', ...SLOW });
    await expect.poll(shownRun, SLOW).not.toBe(first);
    await toast().waitFor(SLOW);
    expect(await toast().innerText()).toMatch(/spans? gained, \d+ lost, \d+ moved, \d+ the same in \d+ windows of this series|finds the same \d+ spans? in \d+ windows/);
    // What was marked meanwhile is not in it.
    await expect.poll(() => page.getByTestId('edits-since').innerText()).toBe('1');
  });

  it('goes back to the run before by one key, and to the new one by the same', async () => {
    const { page } = app;
    const second = await shownRun();
    await toChart();
    await press(page, 'Shift+B');
    await expect.poll(shownRun).not.toBe(second);
    const first = await shownRun();
    await page.reload();
    await expect.poll(shownRun).toBe(first);
    await page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    await toChart();
    await press(page, 'Shift+B');
    await expect.poll(shownRun).toBe(second);
  });

  it('keeps what was learned with the settings that the first run had', async () => {
    const { page } = app;
    await press(page, 'g', 't');
    await page.locator('[data-testid=run-row]').nth(1).waitFor();
    expect(await page.locator('[data-testid=run-row]').allInnerTexts()).toEqual([expect.stringMatching(/4 of 4 epochs/), expect.stringMatching(/4 of 4 epochs/)]);
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
