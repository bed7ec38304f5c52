import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

describe('the higher timeframe under the chart', () => {
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

  const pane = () => app.page.getByTestId('higher-chart');
  const main = () => app.page.getByTestId('chart');
  const timeframe = () => pane().getAttribute('data-timeframe');
  const number = async (locator: ReturnType<typeof pane>, name: string) => Number(await locator.getAttribute(`data-${name}`));
  const loaded = () => app.page.locator('[data-testid=higher-chart][data-loaded-bars]').waitFor();

  /** Moves the mouse to a part of the pane or of the main chart, from the left of its bars. */
  async function pointAt(element: ReturnType<typeof pane>, share: number): Promise<void> {
    const box = (await element.boundingBox())!;
    // The price axis is as wide as this.
    await app.page.mouse.move(box.x + share * (box.width - 72), box.y + box.height / 2, { steps: 3 });
  }

  it('is off at first, and comes and goes by key', async () => {
    const { page } = app;
    expect(await pane().count()).toBe(0);
    await page.locator('[data-keyboard-home]').focus();
    await press(page, 'Shift+P');
    await loaded();
    expect(await timeframe()).toBe('15m');
    await press(page, 'Shift+P');
    await expect.poll(() => pane().count()).toBe(0);
    await page.getByTestId('open-chart-menu').click();
    await page.getByTestId('menu-higher').click();
    await press(page, 'Escape');
    await loaded();
  });

  it('marks the bar that holds what the mouse points at in the chart', async () => {
    await pointAt(main(), 0.5);
    await expect.poll(async () => (await number(pane(), 'marked')) > (await number(main(), 'from'))).toBe(true);
    const marked = await number(pane(), 'marked');
    expect(marked % QUARTER).toBe(0);
    const middle = ((await number(main(), 'from')) + (await number(main(), 'to'))) / 2;
    expect(Math.abs(marked + QUARTER / 2 - middle)).toBeLessThan(QUARTER);
  });

  it('marks in the chart what the mouse points at in it, until it leaves', async () => {
    await pointAt(pane(), 0.47);
    await expect.poll(() => main().getAttribute('data-marked')).toMatch(/^\d+ \d+$/);
    const [from, to] = (await main().getAttribute('data-marked'))!.split(' ').map(Number);
    expect([from % QUARTER, to - from]).toEqual([0, QUARTER - 1]);
    await app.page.mouse.move(4, 4);
    await expect.poll(() => main().getAttribute('data-marked')).toBe('');
  });

  it('brings the chart to the bar that is clicked', async () => {
    await pointAt(pane(), 0.85);
    await expect.poll(() => main().getAttribute('data-marked')).toMatch(/^\d+ \d+$/);
    const [from] = (await main().getAttribute('data-marked'))!.split(' ').map(Number);
    const width = (await number(main(), 'to')) - (await number(main(), 'from'));
    expect(from).toBeGreaterThan(await number(main(), 'to'));
    const box = (await pane().boundingBox())!;
    await app.page.mouse.click(box.x + 0.85 * (box.width - 72), box.y + box.height / 2);
    await expect.poll(() => number(main(), 'from')).toBeLessThan(from);
    await expect.poll(() => number(main(), 'to')).toBeGreaterThan(from + QUARTER);
    expect((await number(main(), 'to')) - (await number(main(), 'from'))).toBe(width);
    await app.page.mouse.move(4, 4);
  });

  it('takes the next timeframe by key, or the one that is chosen, and the first after the last', async () => {
    const { page } = app;
    await page.locator('[data-keyboard-home]').focus();
    for (const next of ['30m', '1h', '4h', '1d', '1w', '5m']) {
      await press(page, 'Shift+Y');
      await expect.poll(timeframe).toBe(next);
      await loaded();
    }
    await page.getByTestId('higher-timeframe').click();
    await page.getByRole('option', { name: '1h' }).click();
    await expect.poll(timeframe).toBe('1h');
    await loaded();
  });

  it('shows the bar in which the window ends as it was then', async () => {
    const { page } = app;
    await page.locator('[data-keyboard-home]').focus();
    // The window ends at 3:29, within an hour; the cursor is at its last bar.
    await press(page, 'w', 'End');
    await expect.poll(() => pane().getAttribute('data-known')).toBe('so-far');
    const known = await pane().getAttribute('aria-valuetext');
    expect(known).toMatch(/, so far, open /);
    expect(await page.getByTestId('higher-legend').textContent()).toContain('so far');
    // It closes where the window does.
    const [close] = /(?<=C\s*)\d+\.\d\d/.exec((await page.getByTestId('chart-legend').textContent())!)!;
    expect(known).toMatch(new RegExp(`close ${close}$`));
    // Without the future of the window the same bar is another.
    await page.locator('[data-keyboard-home]').focus();
    await press(page, 'c');
    await expect.poll(() => pane().getAttribute('data-known')).toBe('whole');
    await press(page, 'c');
  });

  it('is worked by keys alone, and left by Escape', async () => {
    const { page } = app;
    await page.locator('[data-keyboard-home]').focus();
    await press(page, 'w', 'Home', 'F6');
    await expect.poll(() => pane().evaluate((element) => element === document.activeElement)).toBe(true);
    const before = await number(pane(), 'marked');
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect.poll(() => number(pane(), 'marked')).toBe(before + 4 * 60 * MINUTE);
    expect((await main().getAttribute('data-marked'))!.split(' ')[0]).toBe(String(before + 4 * 60 * MINUTE));
    expect(await pane().getAttribute('aria-valuetext')).toMatch(/^\w{3} \d+ Jan 2024 \d\d:00, later, open /);
    await press(page, 'Enter');
    await expect.poll(() => number(main(), 'to')).toBeGreaterThan(before + 4 * 60 * MINUTE);
    await press(page, 'Escape');
    await expect.poll(() => page.locator('[data-keyboard-home]').evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => main().getAttribute('data-marked')).toBe('');
  });

  it('is there again after a reload, with its timeframe', async () => {
    await app.page.reload();
    await loaded();
    expect(await timeframe()).toBe('1h');
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
