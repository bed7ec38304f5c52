import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarMarks } from '../../../src/shared/calendar/calendar-marks.ts';
import { ZoneClock } from '../../../src/shared/calendar/zone-clock.ts';
import { DEFAULT_WINDOW_LENGTH } from '../../../src/shared/domain/window.ts';
import { featureSet } from '../../../src/shared/engine/features/feature-set.ts';
import { dayVwap } from '../../../src/shared/indicators/day-vwap.ts';
import { exponentialAverage } from '../../../src/shared/indicators/exponential-average.ts';
import { wilderRange } from '../../../src/shared/indicators/wilder-range.ts';
import { generateMarket } from '../../../src/shared/sample/generate-market.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

/** The bars of the sample project. */
const { bars } = generateMarket({ bars: 20_000, seed: 7, timeframeMs: 60_000, startTime: Date.UTC(2024, 0, 2) });
/** Of the sample's second window, the first that is not reviewed yet and therefore the one that opens. */
const LAST_BAR = 2 * DEFAULT_WINDOW_LENGTH - 1;
const LINES = {
  ema20: exponentialAverage(bars.close, 20),
  ema50: exponentialAverage(bars.close, 50),
  vwap: dayVwap(bars, calendarMarks(bars.time, new ZoneClock('UTC'))).value,
};
const RANGE = wilderRange(bars, 14);
const { names, compute } = featureSet('relativity');
const FEATURES = compute(bars, 105);

describe('averages, ranges and features', () => {
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
    await app.page.locator('[data-keyboard-home]').focus();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const legend = (name: string) => app.page.locator(`[data-testid=chart] [data-line=${name}] [data-value]`);
  const lanes = () => app.page.getByTestId('lane-values').locator('[data-lane]').allInnerTexts();
  const panes = () => app.page.locator('[data-testid=chart] table tr').count();

  /** Index of the bar that the legend tells of. */
  async function bar(): Promise<number> {
    const text = await app.page.getByTestId('chart-legend').innerText();
    return Number(/bar ([\d,]+)/.exec(text)![1].replace(',', '')) - 1;
  }

  /** Of the window that the sample opens. The key waits while a window is read, and until then the legend tells of the first bar. */
  async function toLastBar(): Promise<void> {
    await press(app.page, 'End');
    await expect.poll(bar).toBe(LAST_BAR);
  }

  async function expectValues(): Promise<void> {
    const at = await bar();
    for (const [name, values] of Object.entries(LINES)) await expect.poll(() => legend(name).innerText()).toBe(values[at].toFixed(2));
    await expect.poll(() => legend('atr').innerText()).toBe(RANGE[at].toFixed(3));
    await expect.poll(lanes).toEqual(FEATURES.map((column, i) => Math.fround(column[at]).toFixed(/since|consol/.test(names[i]) ? 3 : 2).replace('-', '−')));
  }

  it('shows none of them before it is asked', async () => {
    expect([await app.page.getByTestId('indicator-legend').count(), await app.page.getByTestId('lane-names').count()]).toEqual([0, 0]);
  });

  it('switches each on by key, with the values of the bar at the cursor', async () => {
    const { page } = app;
    const before = await panes();
    await toLastBar();
    await press(page, 'z', 'e');
    await legend('ema20').waitFor();
    expect([await legend('ema50').count(), await legend('vwap').count()]).toEqual([1, 0]);
    await press(page, 'z', 'w');
    await legend('vwap').waitFor();
    await press(page, 'z', 'a');
    await legend('atr').waitFor();
    await press(page, 'z', 'f');
    await page.getByTestId('lane-values').waitFor();
    expect(await page.getByTestId('lane-names').locator('span').allInnerTexts()).toEqual(names);
    // Each pane comes with the line above it.
    expect(await panes()).toBe(before + 4);
    await expectValues();
  });

  it('follows the cursor, and the crosshair before it', async () => {
    const { page } = app;
    const before = await bar();
    await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await expect.poll(bar).toBe(before - 3);
    await expectValues();
    const box = (await page.getByTestId('chart').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.4);
    await expect.poll(bar).not.toBe(before - 3);
    await expectValues();
    await page.mouse.move(5, 5);
  });

  it('has the same values deep in the series, where only a part of it is loaded', async () => {
    const { page } = app;
    await press(page, 'c');
    await page.getByTestId('overview').focus();
    await press(page, 'End');
    await expect.poll(bar).toBeGreaterThan(19_000);
    await expectValues();
    await page.locator('[data-keyboard-home]').focus();
    await press(page, 'c');
  });

  it('stays over a reload', async () => {
    const { page } = app;
    await page.reload();
    await page.getByTestId('lane-values').locator('[data-lane]').first().waitFor();
    await page.locator('[data-keyboard-home]').focus();
    await toLastBar();
    await expectValues();
  });

  it('says why there are no features of a candle of several bars', async () => {
    const { page } = app;
    await press(page, 'Shift+W');
    await expect.poll(() => page.getByTestId('lane-names').innerText()).toContain('Zoom in');
    expect(await lanes()).toEqual([]);
    await press(page, 'w');
    await expect.poll(async () => (await lanes()).length).toBe(12);
  });

  it('goes by key and by the menu, and leaves nothing behind', async () => {
    const { page } = app;
    await press(page, 'z', 'f', 'z', 'a');
    await expect.poll(() => page.getByTestId('lane-names').count()).toBe(0);
    await page.getByTestId('open-chart-menu').click();
    await page.getByTestId('menu-ema').click();
    await page.getByTestId('menu-vwap').click();
    await expect.poll(() => page.getByTestId('indicator-legend').count()).toBe(0);
    expect(await page.getByTestId('range-legend').count()).toBe(0);
    await press(page, 'Escape');
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
