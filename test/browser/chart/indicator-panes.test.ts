import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartLayers } from '../../../src/renderer/chart/chart-types.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { ChartPage, servePage, type PageServer } from './chart-page.ts';

describe('panes and prices', () => {
  let server: PageServer;
  let browser: Browser;
  let chart: ChartPage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([servePage(), launchBrowser()]);
    chart = await ChartPage.open(browser, server.url, { tick: 0.25 });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const show = (change: Partial<ChartLayers>) => chart.page.evaluate((layers) => window.testPage.patch({ show: { ...window.testPage.state.show, ...layers } }), change);
  /** From top to bottom, by the legends that stand in them. */
  const panes = () =>
    chart.page.evaluate(() =>
      [...document.querySelectorAll('.tv-lightweight-charts tr')]
        .map((row) => row.querySelector<HTMLElement>('[data-testid=range-legend], [data-testid=lane-names]')?.dataset['testid'] ?? 'pane')
        // After each pane is a row for its edge, after the last one for the axis.
        .filter((_, i) => i % 2 === 0),
    );
  const value = (name: string) => chart.page.locator(`[data-line=${name}] [data-value]`).innerText();

  it('stand in one order, in whichever order they were opened, each with its own legend', async () => {
    await chart.showBars(100_000, 100_200);
    await show({ features: true });
    await expect.poll(panes).toEqual(['pane', 'lane-names']);
    await show({ atr: true });
    await expect.poll(panes).toEqual(['pane', 'range-legend', 'lane-names']);
    await chart.page.evaluate(() => window.testPage.predict(100_000, 100_105));
    await expect.poll(panes).toEqual(['pane', 'pane', 'range-legend', 'lane-names']);
    await show({ atr: false });
    await expect.poll(panes).toEqual(['pane', 'pane', 'lane-names']);
    await show({ probability: false, atr: true });
    await expect.poll(panes).toEqual(['pane', 'range-legend', 'lane-names']);
  });

  it('do not move the bars, and tell the same of a bar after pages were added and let go', async () => {
    await show({ ema: true, vwap: true, atr: true, features: true });
    const bar = 100_100;
    await chart.page.evaluate((at) => window.testPage.patch({ cursorTime: window.testPage.times[at] as never }), bar);
    const read = async () => [await value('ema20'), await value('ema50'), await value('vwap'), await value('atr'), ...(await chart.page.locator('[data-lane]').allInnerTexts())];
    await chart.showBars(100_000, 100_200);
    await expect.poll(async () => (await read()).includes('–')).toBe(false);
    const before = await read();
    expect(before).toHaveLength(16);
    await chart.showBars(20_000, 20_200);
    await chart.showBars(96_000, 100_300);
    await chart.showBars(100_000, 100_200);
    await expect.poll(read).toEqual(before);
    expect(await chart.xOfBar(bar)).toBeCloseTo(((await chart.xOfBar(100_000)) + (await chart.xOfBar(100_200))) / 2, 0);
  });

  it('measure in ticks', async () => {
    await show({ atr: false, features: false, probability: false });
    const x = await chart.xOfBar(100_100);
    const points: number[] = [];
    await chart.page.keyboard.down('Shift');
    for (const y of [203, 251, 307]) {
      await chart.drag(x, x + 40, { y, hold: true });
      await chart.page.mouse.move(x + 40, y + 61);
      await chart.page.mouse.up();
      await chart.settle();
      const [, text] = /^−([\d.]+) /.exec(await chart.page.getByTestId('chart-measure').innerText()) ?? [];
      points.push(Number(text));
    }
    await chart.page.keyboard.up('Shift');
    expect(points.filter((moved) => !(moved > 0 && Number.isInteger(moved / 0.25)))).toEqual([]);
  });

  it('met no problem', () => {
    expect(chart.problems).toEqual([]);
  });
});
