import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { countPixels, openApp, press, shownSpans, waitUntilSaved, type AppPage } from './app-page.ts';

const BARS = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'damaged_spy_1m_201103.csv');
const MINUTE_MS = 60_000;
/** The colour of predictions in the dark theme. */
const PREDICTION = [217, 138, 203] as const;

describe.skipIf(!existsSync(BARS))('the whole loop, through the real interface (skipped where ../shared/data is absent)', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  it('creates a project and imports a damaged file, whose report says what is wrong with it', async () => {
    const { page } = app;
    await page.getByTestId('import-own').click();
    await page.getByTestId('project-name-input').fill('Loop');
    await press(page, 'Enter');
    await page.getByTestId('file-input').setInputFiles(BARS);
    await page.getByTestId('bars-preview').waitFor();
    expect(await page.getByTestId('symbol').inputValue()).toBe('SPY');
    expect(await page.getByTestId('timeframe').inputValue()).toBe('1m');
    await page.getByTestId('import-now').click();
    await page.getByTestId('bars-report').waitFor();
    const count = async (name: string) => Number(await page.getByTestId(`count-${name}`).getAttribute('data-count'));
    expect([await count('added'), await count('rejected'), await count('duplicates')]).toEqual([7967, 13, 30]);
    expect(await page.getByTestId('issue-row').first().innerText()).toMatch(/high 132\.76 is below low 132\.86/);
  });

  it('makes windows and opens the first', async () => {
    const { page } = app;
    await page.getByTestId('go-make-windows').click();
    await page.getByTestId('make-windows').click();
    await page.getByTestId('window-state').waitFor();
    await page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    expect(await page.getByTestId('queue-progress').innerText()).toBe('0 of 75 reviewed (0 %)');
  });

  it('marks three spans with mouse and keyboard, each with a confidence, and finds them after a reload', async () => {
    const { page } = app;
    const chart = (await page.getByTestId('chart').boundingBox())!;
    const y = chart.y + chart.height / 2;
    await page.waitForTimeout(500); // The view settles on the window within a few frames.
    await page.mouse.move(chart.x + chart.width * 0.45, y);
    await page.mouse.down();
    await page.mouse.move(chart.x + chart.width * 0.55, y, { steps: 8 });
    await page.mouse.up();
    await page.getByTestId('span-row').waitFor();
    await press(page, '4');

    await page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());
    await press(page, 'Escape', 'Home', 'ArrowRight', 'ArrowRight', 'Space', 'Shift+ArrowRight', 'ArrowRight', '5');
    await press(page, 'End', 'Shift+ArrowLeft', 'Space', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Space', '1');
    await waitUntilSaved(page);
    const before = await shownSpans(page);
    expect(before.map((span) => span.confidence).sort()).toEqual([0.2, 0.8, 1]);
    const keyed = before.find((span) => span.confidence === 1)!;
    expect(keyed.end - keyed.start).toBeGreaterThanOrEqual(6 * MINUTE_MS);

    await page.reload();
    await page.getByTestId('span-row').nth(2).waitFor();
    expect(await shownSpans(page)).toEqual(before);
  });

  it('undoes and redoes by key', async () => {
    const { page } = app;
    const before = await shownSpans(page);
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(async () => (await shownSpans(page)).length).toBe(2);
    await press(page, 'Control+Shift+z', 'Control+Shift+z');
    await expect.poll(() => shownSpans(page)).toEqual(before);
  });

  it('completes windows by keyboard alone', async () => {
    const { page } = app;
    await press(page, 'Enter');
    for (let done = 1; done < 14; done++) {
      await page.getByText(`${done} of 75 reviewed`).waitFor();
      await page.getByTestId('span-count').filter({ hasText: /^0$/ }).waitFor();
      await press(page, 'Home', ...Array<string>(3 + done).fill('ArrowRight'), 'Space', 'Shift+ArrowRight', 'ArrowRight', '4');
      await page.getByTestId('span-row').waitFor();
      await press(page, 'Enter');
    }
    await page.getByText('14 of 75 reviewed').waitFor();
    expect(await page.locator('[data-testid=queue-row][data-state=reviewed]').count()).toBe(14);
  });

  it('trains a few epochs, shows curves and an evaluation', async () => {
    const { page } = app;
    await press(page, 'g', 't');
    await page.getByTestId('epochs').fill('3');
    await press(page, 'Enter');
    await page.getByTestId('train.start').click();
    await page.locator('[data-testid=run-detail]:not([data-state=running])').waitFor({ timeout: 240_000 });
    expect(await page.getByTestId('run-detail').getAttribute('data-state'), await page.getByTestId('run-detail').innerText()).toBe('done');
    expect(await page.getByTestId('run-detail').getAttribute('data-epochs')).toBe('3');
    // For each task a plot of its loss and one of its share; no two losses share an axis. Then F1, means, sigmas, weights, rate, norm.
    const tasks = Number(await page.getByTestId('curves').getAttribute('data-tasks'));
    expect(tasks).toBeGreaterThan(1);
    expect(await page.getByTestId('curves').locator('figure').count()).toBe(2 * tasks);
    expect(await page.getByTestId('figure-curves').locator('figure').count()).toBe(6);
    expect(await page.getByTestId('evaluation').innerText()).toMatch(/guessing by the position in the window alone/);
    await page.getByTestId('evaluation-tab-decoders').click();
    expect(await page.getByTestId('decoders').locator('tbody tr').count()).toBeGreaterThanOrEqual(5);
    expect(await page.getByTestId('decoders').innerText()).toMatch(/dynamic, a span costs 4\.6/);
    await page.getByTestId('evaluation-tab-baselines').click();
    expect(await page.getByTestId('baselines').innerText()).toMatch(/Six bars that move/);
    await page.getByTestId('evaluation-tab-curves').click();
    await page.getByTestId('evaluation-charts').waitFor();
    expect(await page.getByTestId('evaluation-charts').locator('figure').count()).toBe(4);
    await page.getByTestId('evaluation-tab-figures').click();
    expect(await page.getByTestId('figure-group').count()).toBe(8);
  });

  it('draws the run over the bars of a window', async () => {
    const { page } = app;
    await page.getByTestId('show-on-chart').click();
    await page.getByTestId('prediction-count').waitFor();
    await page.waitForTimeout(300); // A few frames of drawing.
    expect(await countPixels(page, PREDICTION)).toBeGreaterThan(50);
    await press(page, 'o', 'b');
    await expect.poll(() => countPixels(page, PREDICTION)).toBe(0);
    await press(page, 'o', 'b');
  });

  it('predicts the whole series and draws it on the free chart', async () => {
    const { page } = app;
    await press(page, 'c');
    await page.getByTestId('predict-series').click();
    await page.getByTestId('prediction-count').waitFor({ timeout: 120_000 });
    await expect.poll(() => countPixels(page, PREDICTION)).toBeGreaterThan(50);
  });

  it('met no error on the way, nor a style or script that the policy forbids', () => {
    expect(app.complaints).toEqual([]);
  });
});
