import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { ChartPage, servePage, type PageServer } from './chart-page.ts';

/** A day of the page's bars, from 9:30 to 16:00 in New York. */
const DAY_BARS = 390;

describe('lines where days begin', () => {
  let server: PageServer;
  let browser: Browser;
  let chart: ChartPage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([servePage(), launchBrowser()]);
    chart = await ChartPage.open(browser, server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Where in the candles' pane at least half a column of pixels has the colour of the lines on the dark background. */
  const lines = (): Promise<number[]> =>
    chart.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.tv-lightweight-charts canvas')!;
      const { width, height } = canvas;
      // A copy, since the chart's own canvas would complain of being read.
      const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      const isLine = (at: number) => Math.abs(data[at] - 62) < 8 && Math.abs(data[at + 1] - 72) < 8 && Math.abs(data[at + 2] - 86) < 8;
      return Array.from({ length: width }, (_, x) => x).filter((x) => Array.from({ length: height }, (_, y) => 4 * (y * width + x)).filter(isLine).length > height / 2);
    });
  const expected = async (...bars: readonly number[]): Promise<number[]> => Promise.all(bars.map(async (bar) => Math.round(((await chart.xOfBar(bar - 1)) + (await chart.xOfBar(bar))) / 2)));

  it('stand between the last bar of one day and the first of the next, and go when they are switched off', async () => {
    await chart.showBars(DAY_BARS * 200 - 300, DAY_BARS * 201 + 300, 0);
    const days = await expected(DAY_BARS * 200, DAY_BARS * 201);
    await expect.poll(lines).toEqual(days);
    await chart.page.evaluate(() => window.testPage.patch({ show: { ...window.testPage.state.show, days: false } }));
    await expect.poll(lines).toEqual([]);
    await chart.page.evaluate(() => window.testPage.patch({ show: { ...window.testPage.state.show, days: true } }));
    await expect.poll(lines).toEqual(days);
  });

  it('follow the time zone', async () => {
    // The bars of 14:30 to 21:00 UTC are from 23:30 to 6:00 in Tokyo: midnight is half an hour after the opening.
    await chart.page.evaluate(() => window.testPage.patch({ timeZone: 'Asia/Tokyo' }));
    await expect.poll(() => chart.page.evaluate(() => window.testPage.ready)).toBe(2);
    await chart.showBars(DAY_BARS * 20 - 300, DAY_BARS * 21 + 300, 0);
    await expect.poll(lines).toEqual(await expected(DAY_BARS * 20 + 30, DAY_BARS * 21 + 30));
    await chart.page.evaluate(() => window.testPage.patch({ timeZone: 'America/New_York' }));
    await expect.poll(() => chart.page.evaluate(() => window.testPage.ready)).toBe(3);
  });

  it('become fewer as more bars are in view', async () => {
    await chart.showBars(DAY_BARS * 100, DAY_BARS * 150, 0);
    await expect.poll(async () => (await lines()).length).toBeGreaterThan(2);
    expect((await lines()).length).toBeLessThan(16);
  });

  it('met no error on the way', () => {
    expect(chart.problems).toEqual([]);
  });
});
