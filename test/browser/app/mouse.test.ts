import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { countPixels, openApp, press, shownSpans, waitUntilSaved, type AppPage, type ShownSpan } from './app-page.ts';

/** Of labels, in the dark theme. */
const LABEL_INK = [53, 194, 155] as const;

describe('the mouse on the chart', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;
  let page: Page;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    page = app.page;
    await page.getByTestId('open-sample').click();
    await page.getByTestId('window-state').waitFor();
    await page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  /** A point of the candles, by parts of the width and height of the chart. */
  async function point(across: number, down = 0.4): Promise<readonly [x: number, y: number]> {
    const box = (await page.getByTestId('chart').boundingBox())!;
    return [box.x + box.width * across, box.y + box.height * down];
  }

  async function drag(from: number, to: number, down = 0.4): Promise<void> {
    const [[x, y], [toX, toY]] = [await point(from, down), await point(to, down)];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move((x + toX) / 2, y, { steps: 4 });
    await page.mouse.move(toX, toY, { steps: 4 });
    await page.mouse.up();
  }

  const menu = () => page.getByTestId('point-menu');
  const measured = () => page.getByTestId('chart-measure').innerText();
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const onlySpan = async (): Promise<ShownSpan> => (await shownSpans(page))[0];
  const uncertainties = async () => Promise.all((['start', 'end'] as const).map(async (edge) => Number((await page.getByTestId(`${edge}-uncertainty`).innerText()).slice(1))));
  const selectedRow = () => page.locator('[data-testid=span-row][aria-current=true]');

  it('begins in a window without a span', async () => {
    await expect.poll(() => shownSpans(page)).toEqual([]);
    await page.getByTestId('guide-close').click();
  });

  it('opens a menu on a span, which selects it and sets its confidence', async () => {
    await drag(0.3, 0.5);
    await expect.poll(async () => (await shownSpans(page)).length).toBe(1);
    await press(page, 'Escape');
    await expect.poll(() => selectedRow().count()).toBe(0);
    await page.mouse.click(...(await point(0.4)), { button: 'right' });
    await menu().waitFor();
    await expect.poll(() => selectedRow().count()).toBe(1);
    await page.getByTestId('menu-Confidence').hover();
    await page.getByRole('menuitemradio', { name: '0.2' }).click();
    await expect.poll(async () => (await onlySpan()).confidence).toBe(0.2);
    await expect.poll(() => menu().count()).toBe(0);
    // The keys mean the span again at once.
    await press(page, '5');
    await expect.poll(async () => (await onlySpan()).confidence).toBe(1);
  });

  it('opens the menu of the selected span by key, is walked by the arrows, and closes on Esc', async () => {
    await press(page, 'Shift+F10');
    await menu().waitFor();
    await press(page, 'Escape');
    await expect.poll(() => menu().count()).toBe(0);
    await expect.poll(() => selectedRow().count()).toBe(1);
    await press(page, 'Shift+F10');
    await menu().waitFor();
    await expect.poll(focused).toContain('The span');
    await press(page, 'ArrowDown');
    await expect.poll(focused).toMatch(/^Confidence/);
    await press(page, 'ArrowDown', 'ArrowRight');
    await expect.poll(focused).toMatch(/^None/);
    await press(page, 'ArrowDown', 'Enter');
    await expect.poll(() => selectedRow().innerText()).toContain('consolidation');
    await expect.poll(() => menu().count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[data-keyboard-home]'))).toBe(true);
  });

  it('extends the selected span to the bar that is clicked with Shift, in one step', async () => {
    const before = await onlySpan();
    await page.keyboard.down('Shift');
    await page.mouse.click(...(await point(0.65)));
    await page.keyboard.up('Shift');
    await expect.poll(async () => (await onlySpan()).end).toBeGreaterThan(before.end);
    expect((await onlySpan()).start).toBe(before.start);
    await press(page, 'Control+z');
    await expect.poll(onlySpan).toEqual(before);
  });

  it('goes to the details of the span on a double click, from the history as well', async () => {
    const isInEditor = () => page.evaluate(() => document.activeElement?.closest('[data-testid=span-editor]') !== null);
    await page.mouse.dblclick(...(await point(0.4)));
    await expect.poll(isInEditor).toBe(true);
    await press(page, 'Shift+h');
    await page.getByTestId('span-editor').waitFor({ state: 'detached' });
    await page.mouse.dblclick(...(await point(0.4)));
    await expect.poll(isInEditor).toBe(true);
    await page.mouse.click(...(await point(0.4)));
    await press(page, 'Shift+i');
    await expect.poll(isInEditor).toBe(true);
    await page.mouse.click(...(await point(0.4)));
  });

  it('draws the target under the candles, which follows an edge that is dragged, until it is hidden by key', async () => {
    const ink = () => countPixels(page, LABEL_INK);
    await press(page, '5');
    await expect.poll(async () => (await onlySpan()).confidence).toBe(1);
    const shown = await ink();
    const [[x, y], [toX]] = [await point(0.5), await point(0.62)];
    let edge = x - 20;
    while ((await page.getByTestId('chart').getAttribute('data-pointer')) !== 'edge') await page.mouse.move((edge += 2), y);
    await page.mouse.down();
    await page.mouse.move(toX, y, { steps: 4 });
    // A strip of 14 pixels over 80 more; the band at the top is 3 pixels high.
    await expect.poll(ink).toBeGreaterThan(shown + 800);
    await press(page, 'Escape');
    await page.mouse.up();
    await expect.poll(ink).toBeLessThan(shown + 100);
    await page.mouse.click(...(await point(0.4)));
    await expect.poll(ink).toBeGreaterThan(shown - 100);
    await press(page, 'Shift+u');
    await expect.poll(ink).toBeLessThan(shown - 800);
    await press(page, 'Shift+u');
    await expect.poll(ink).toBeGreaterThan(shown - 100);
  });

  it('makes an edge uncertain by the handle of its fade, while the target follows, in one step', async () => {
    const chart = page.getByTestId('chart');
    const box = (await chart.boundingBox())!;
    const [[x, y]] = [await point(0.5)];
    await page.mouse.click(x, y);
    await expect.poll(() => selectedRow().count()).toBe(1);
    const before = await uncertainties();
    const height = await chart.evaluate((element) => element.querySelector('table tr canvas')!.getBoundingClientRect().height);
    const handleY = box.y + height * 0.76;
    // Outwards from the right edge.
    let at = x;
    for (await page.mouse.move(at, handleY); (await chart.getAttribute('data-pointer')) !== 'fade'; await page.mouse.move((at += 2), handleY)) if (at > x + 400) throw new Error('There is no handle.');
    const ink = await countPixels(page, LABEL_INK);
    await page.mouse.down();
    await page.mouse.move(at + 60, handleY, { steps: 4 });
    // The target's ramp is longer before anything is stored.
    await expect.poll(() => countPixels(page, LABEL_INK)).not.toBe(ink);
    expect(await uncertainties()).toEqual(before);
    await page.mouse.up();
    await expect.poll(async () => (await uncertainties())[1]).toBeGreaterThan(before[1] + 1);
    expect((await uncertainties())[0]).toBe(before[0]);
    await page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());
    await press(page, 'Control+z');
    await expect.poll(uncertainties).toEqual(before);
  });

  it('measures from bar to bar by a drag with Shift, which makes no span, until Esc', async () => {
    const before = await shownSpans(page);
    await page.keyboard.down('Shift');
    await drag(0.2, 0.3);
    await page.keyboard.up('Shift');
    await expect.poll(measured).toMatch(/^[+−]?[\d.]+ · [+−]?[\d.]+ % · \d+ bars · \d+\.\d ATR$/);
    expect(await shownSpans(page)).toEqual(before);
    expect(await selectedRow().count()).toBe(1);
    await press(page, 'Escape');
    await expect.poll(measured).toBe('');
    expect(await selectedRow().count()).toBe(1);
  });

  it('measures by key from the cursor to wherever it goes, and from a bar of the menu', async () => {
    await press(page, 'Escape', 'Home', 'Shift+x', 'Shift+ArrowRight', 'ArrowRight');
    await expect.poll(measured).toContain(' · 7 bars · ');
    await press(page, 'Shift+x');
    await expect.poll(measured).toBe('');
    await page.mouse.click(...(await point(0.2)), { button: 'right' });
    await page.getByTestId('menu-chart.measure').click();
    await expect.poll(measured).toContain(' · 1 bar · ');
    await page.mouse.click(...(await point(0.6)));
    await expect.poll(async () => Number(/(\d+) bars/.exec(await measured())?.[1])).toBeGreaterThan(20);
    await press(page, 'Escape');
    await expect.poll(measured).toBe('');
  });

  it('writes a note and deletes from the menu, each with its key beside it', async () => {
    await page.mouse.click(...(await point(0.4)), { button: 'right' });
    expect(await menu().locator('[data-testid="menu-span.delete"] [data-keys=Delete]').count()).toBe(1);
    await page.getByTestId('menu-span.note').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('span-note');
    await press(page, 'Escape');
    await page.mouse.click(...(await point(0.4)), { button: 'right' });
    await page.getByTestId('menu-span.delete').click();
    await expect.poll(() => shownSpans(page)).toEqual([]);
  });

  it('begins a span at the bar whose menu it is, and ends it at another', async () => {
    await page.mouse.click(...(await point(0.6)), { button: 'right' });
    await page.getByTestId('menu-span.start-end').click();
    await page.mouse.click(...(await point(0.7)), { button: 'right' });
    await page.getByTestId('menu-span.start-end').filter({ hasText: 'End the span here' }).click();
    await expect.poll(async () => (await shownSpans(page)).length).toBe(1);
    const { start, end } = await onlySpan();
    expect(end).toBeGreaterThan(start);
    await waitUntilSaved(page);
  });

  it('goes to the window of a span from the menu of the free chart', async () => {
    const before = await onlySpan();
    await press(page, 'c');
    await page.locator(`[data-testid=span-row][data-start="${before.start}"]`).click();
    await page.getByTestId('span-elsewhere').waitFor();
    await press(page, 'Shift+F10');
    await page.getByTestId('menu-window.of-span').click();
    await page.getByTestId('span-editor').waitFor();
    expect(await onlySpan()).toEqual(before);
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
