import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

describe('experiments in the interface', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').click();
    await app.page.getByTestId('window-state').waitFor();
    await press(app.page, 'g', 't');
    await app.page.getByTestId('train-setup').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const choose = async (field: string, option: string) => {
    await app.page.getByTestId(field).click();
    await app.page.getByRole('option', { name: option, exact: true }).click();
  };
  const rows = () => app.page.locator('[data-testid=run-row], [data-testid=experiment-row]');
  const focusedRow = () => app.page.evaluate(() => (document.activeElement as HTMLElement).dataset['row']);

  it('train several seeds from the setup form, and show mean and spread', async () => {
    const { page } = app;
    await page.getByTestId('epochs').fill('2');
    await choose('repeats', 'Several seeds');
    await page.getByTestId('repeat-count').fill('3');
    await press(page, 'Tab');
    await page.getByTestId('train.start').click();
    await page.locator('[data-testid=experiment-detail][data-state=done]').waitFor({ timeout: 120_000 });
    expect(await page.getByTestId('experiment-figures').innerText()).toMatch(/F1 per bar at 0\.5\s+\d\.\d{3} ± \d\.\d{3}\s+\d\.\d{3} to \d\.\d{3}\s+3/);
    expect(await page.getByTestId('experiment-members').locator('tbody tr').count()).toBe(3);
    expect(await page.getByTestId('open-member').allInnerTexts()).toEqual(['seed 0', 'seed 1', 'seed 2']);
  });

  it('train each fold once, stop, and go on', async () => {
    const { page } = app;
    await page.getByTestId('epochs').fill('40');
    await choose('repeats', 'Each fold once');
    await page.getByTestId('train.start').click();
    await page.locator('[data-testid=experiment-detail][data-state=running]').waitFor();
    await page.getByTestId('experiment-progress').getByText(/left/).waitFor();
    await page.getByTestId('train.experiment-cancel').click();
    await page.locator('[data-testid=experiment-detail][data-state=cancelled]').waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('experiment-members').innerText()).toMatch(/waiting/);
    await page.getByTestId('train.experiment-resume').click();
    await page.locator('[data-testid=experiment-detail][data-state=done]').waitFor({ timeout: 240_000 });
    expect(await page.getByTestId('experiment-members').innerText()).not.toMatch(/waiting|stopped/);
  });

  it('fold and open by key, and let the arrows reach every row', async () => {
    const { page } = app;
    const experiment = page.getByTestId('experiment-row').nth(1);
    await experiment.click();
    await page.getByTestId('run-row').nth(2).waitFor();
    await press(page, 'ArrowLeft');
    await expect.poll(() => rows().count()).toBe(2);
    await press(page, 'ArrowRight');
    await expect.poll(() => rows().count()).toBe(5);
    await press(page, 'ArrowDown', 'ArrowDown');
    expect(await focusedRow()).toBe('3');
    await press(page, 'Enter');
    await page.locator('[data-testid=run-detail][data-state=done]').waitFor();
    expect(await page.getByTestId('run-name').innerText()).toMatch(/· seed 1$/);
  });

  it('are searched, tagged, marked and archived', async () => {
    const { page } = app;
    await page.getByTestId('annotation-tags').fill('odd, wide');
    await page.getByTestId('annotation-note').fill('a second look');
    await press(page, 'Enter');
    await page.getByTestId('run-search').fill('odd second');
    await expect.poll(() => rows().count()).toBe(2);
    expect(await page.getByTestId('run-row').innerText()).toMatch(/#odd · #wide/);
    await page.getByTestId('run-search').fill('');
    await page.getByTestId('train.favourite').click();
    await page.getByTestId('runs-favourites').click();
    await expect.poll(() => rows().count()).toBe(2);
    await page.getByTestId('train.archive').click();
    await expect.poll(() => rows().count()).toBe(0);
    await page.getByTestId('runs-archived').click();
    await expect.poll(() => page.getByTestId('run-row').count()).toBe(1);
    await page.reload();
    await page.getByTestId('runs-archived').click();
    await expect.poll(() => page.getByTestId('run-row').count()).toBe(1);
    expect(app.complaints).toEqual([]);
  });
});
