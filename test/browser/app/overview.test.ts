import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

describe('the overview of the series', () => {
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
    await app.page.locator('[data-testid=overview-picture][data-drawn=all]').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const strip = () => app.page.getByTestId('overview');
  const edge = async (name: 'from' | 'to') => Number(await strip().getAttribute(`data-${name}`));
  const middle = async () => ((await edge('from')) + (await edge('to'))) / 2;

  /** The hues of the strip's bands, counted in pixels of a stretch of it. */
  function labelledPixels(from: number, to: number): Promise<number> {
    return app.page.getByTestId('overview-picture').evaluate((element, [first, last]) => {
      const canvas = element as HTMLCanvasElement;
      const x = Math.floor(first * canvas.width);
      const { data } = canvas.getContext('2d')!.getImageData(x, 0, Math.ceil(last * canvas.width) - x, canvas.height);
      let count = 0;
      // Green of labels: neither grey nor purple.
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 90 && data[at + 1] > data[at] + 60 && data[at + 1] > data[at + 2] + 20) count++;
      return count;
    }, [from, to] as const);
  }

  it('shows where labels are, and where the chart is', async () => {
    // The first half of the sample is labelled, the rest waits.
    expect(await labelledPixels(0, 0.5)).toBeGreaterThan(50);
    expect(await labelledPixels(0.6, 1)).toBe(0);
    expect(await edge('from')).toBeLessThan(0.02);
    expect((await edge('to')) - (await edge('from'))).toBeLessThan(0.02);
  });

  it('moves the chart by mouse: to where it is pressed, and on with the drag', async () => {
    const { page } = app;
    const box = (await strip().boundingBox())!;
    const at = (share: number) => box.x + share * box.width;
    await page.mouse.move(at(0.5), box.y + 10);
    await page.mouse.down();
    await expect.poll(middle).toBeCloseTo(0.5, 1);
    await page.mouse.move(at(0.8), box.y + 10, { steps: 6 });
    await page.mouse.up();
    await expect.poll(middle).toBeCloseTo(0.8, 1);
    expect(await page.getByTestId('span-row').count()).toBeLessThan(5);
  });

  it('moves it by key while it has the focus, and then only', async () => {
    const { page } = app;
    const before = await middle();
    const width = (await edge('to')) - (await edge('from'));
    await strip().focus();
    await press(page, 'PageDown');
    await expect.poll(middle).toBeGreaterThan(before + width / 2);
    await press(page, 'Home');
    await expect.poll(() => edge('from')).toBeLessThan(0.01);
    await press(page, 'End');
    await expect.poll(() => edge('to')).toBe(1);
    expect(await strip().getAttribute('aria-valuetext')).toMatch(/^15 Jan 2024 to 15 Jan 2024$/);
  });

  it('follows an edit', async () => {
    const { page } = app;
    const before = await labelledPixels(0, 0.05);
    await page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());
    await press(page, 'Home', 'Space', ...Array<string>(12).fill('Shift+ArrowRight'), '5');
    await expect.poll(() => labelledPixels(0, 0.05), { timeout: 10_000 }).toBeGreaterThan(before);
  });

  it('shows days by key, on the strip as on the chart', async () => {
    const { page } = app;
    const dates = () => page.getByTestId('overview-picture').evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      // The row of dates, above the price.
      return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, 12).data.some((value) => value > 0);
    });
    await expect.poll(dates).toBe(true);
    await page.locator('[data-keyboard-home]').focus();
    await press(page, 'Shift+L');
    await expect.poll(dates).toBe(false);
    await page.getByTestId('open-chart-menu').click();
    await page.getByTestId('menu-days').click();
    await expect.poll(dates).toBe(true);
    await press(page, 'Escape');
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
