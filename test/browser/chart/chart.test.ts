import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/launch-browser.ts';
import { ChartPage, servePage, type OpenOptions, type PageServer } from './chart-page.ts';

const MOST_BARS = 24_000;
/** A window in the middle of the series. */
const FROM = 100_000;
const TO = FROM + 104;

let server: PageServer;
let browser: Browser;
let chart: ChartPage;

beforeAll(async () => {
  [server, browser] = await Promise.all([servePage(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  const problems = chart?.problems ?? [];
  await chart?.close();
  if (problems.length > 0) throw new Error(`The page complained: ${problems.join('; ')}`);
});

async function open(options: OpenOptions = {}): Promise<void> {
  chart = await ChartPage.open(browser, server.url, options);
  await chart.showBars(FROM, TO);
}

const addSpan = (from: number, to: number): Promise<void> => chart.page.evaluate(([start, end]) => window.testPage.addSpan(start, end), [from, to]);
const stateOf = <K extends 'selectedSpanId' | 'selectedEdge' | 'cursorTime'>(key: K): Promise<unknown> => chart.page.evaluate((name) => window.testPage.state[name], key);

/** The first bar from this one on whose high is above those of the three bars on either side. */
const firstHigh = (from: number): Promise<number> =>
  chart.page.evaluate((start) => {
    const { highs } = window.testPage;
    for (let bar = start; ; bar += 1) if ([-3, -2, -1, 1, 2, 3].every((n) => highs[bar] > highs[bar + n])) return bar;
  }, from);

/** Left of a bar, where its edge is. */
async function leftOf(index: number): Promise<number> {
  const [before, at] = [await chart.xOfBar(index - 1), await chart.xOfBar(index)];
  return (before + at) / 2;
}

describe('editing with the mouse', () => {
  it('makes a span of the bars that are dragged over, and shows it on the way', async () => {
    await open();
    await chart.drag(await chart.xOfBar(FROM + 20), await chart.xOfBar(FROM + 31), { hold: true });
    expect(await chart.spans()).toEqual([]);
    await chart.page.mouse.up();
    await chart.settle();
    expect(await chart.spans()).toMatchObject([{ from: FROM + 20, to: FROM + 31 }]);
  });

  it('gives up a drag on Escape', async () => {
    await open();
    await chart.drag(await chart.xOfBar(FROM + 20), await chart.xOfBar(FROM + 31), { hold: true });
    await chart.page.keyboard.press('Escape');
    await chart.page.mouse.up();
    await chart.settle();
    expect(await chart.spans()).toEqual([]);
  });

  it('moves an edge to the bar where it is dropped', async () => {
    await open();
    await addSpan(FROM + 40, FROM + 50);
    await chart.settle();
    await chart.drag((await leftOf(FROM + 40)) + 1, await leftOf(FROM + 33));
    expect(await chart.spans()).toMatchObject([{ from: FROM + 33, to: FROM + 50 }]);
    await chart.drag((await leftOf(FROM + 51)) - 1, await leftOf(FROM + 62));
    expect(await chart.spans()).toMatchObject([{ from: FROM + 33, to: FROM + 61 }]);
  });

  it('draws an edge to a swing high that is near, unless Alt is held or it is not asked for', async () => {
    await open();
    const swing = await firstHigh(FROM + 60);
    await addSpan(FROM + 40, swing - 5);
    await chart.page.evaluate(() => window.testPage.patch({ snapToSwings: true }));
    await chart.settle();
    const nextGap = (await leftOf(swing + 2)) + 1;
    await chart.drag((await leftOf(swing - 4)) - 1, nextGap);
    expect(await chart.spans()).toMatchObject([{ from: FROM + 40, to: swing }]);
    await chart.page.keyboard.down('Alt');
    await chart.drag((await leftOf(swing + 1)) - 1, nextGap);
    await chart.page.keyboard.up('Alt');
    expect(await chart.spans()).toMatchObject([{ from: FROM + 40, to: swing + 1 }]);
    await chart.page.evaluate(() => window.testPage.patch({ snapToSwings: false }));
    await chart.drag((await leftOf(swing + 2)) - 1, await leftOf(swing + 1));
    await chart.drag((await leftOf(swing + 1)) - 1, nextGap);
    expect(await chart.spans()).toMatchObject([{ from: FROM + 40, to: swing + 1 }]);
  });

  it('selects on a click, moves the selected span by its body, and deselects elsewhere', async () => {
    await open();
    await addSpan(FROM + 40, FROM + 50);
    await chart.settle();
    await chart.page.mouse.click(await chart.xOfBar(FROM + 45), 300);
    expect(await stateOf('selectedSpanId')).toBe('span-1');
    await chart.drag(await chart.xOfBar(FROM + 45), await chart.xOfBar(FROM + 55));
    expect(await chart.spans()).toMatchObject([{ from: FROM + 50, to: FROM + 60 }]);
    await chart.page.mouse.click(await chart.xOfBar(FROM + 10), 300);
    expect(await stateOf('selectedSpanId')).toBeNull();
    expect(await chart.indexOf(Number(await stateOf('cursorTime')))).toBe(FROM + 10);
  });

  it('selects the edge that is clicked', async () => {
    await open();
    await addSpan(FROM + 40, FROM + 50);
    await chart.settle();
    await chart.page.mouse.click((await leftOf(FROM + 51)) + 3, 300);
    expect([await stateOf('selectedSpanId'), await stateOf('selectedEdge')]).toEqual(['span-1', 'end']);
  });

  it('does for a tap what it does for a click', async () => {
    await open();
    await addSpan(FROM + 40, FROM + 50);
    await chart.settle();
    await chart.page.touchscreen.tap(await chart.xOfBar(FROM + 45), 300);
    await expect.poll(() => stateOf('selectedSpanId')).toBe('span-1');
    // Two taps within half a second would be a double tap.
    await chart.page.waitForTimeout(700);
    await chart.page.touchscreen.tap(await chart.xOfBar(FROM + 10), 300);
    await expect.poll(() => stateOf('selectedSpanId')).toBeNull();
    expect(await chart.indexOf(Number(await stateOf('cursorTime')))).toBe(FROM + 10);
  });

  it('keeps what is drawn within the open window', async () => {
    await open();
    await chart.page.evaluate(([from, to]) => window.testPage.patch({ window: { startTime: window.testPage.times[from] as never, endTime: window.testPage.times[to] as never } }), [FROM, TO]);
    await chart.settle();
    await chart.drag(await chart.xOfBar(FROM + 8), await chart.xOfBar(FROM - 6));
    expect(await chart.spans()).toMatchObject([{ from: FROM, to: FROM + 8 }]);
  });

  it('scrolls while a span is drawn beyond the edge of the pane', async () => {
    await open();
    const start = await chart.xOfBar(FROM + 90);
    await chart.drag(start, 1_260, { hold: true });
    await expect.poll(async () => (await chart.attributes()).to - (await timeOf(TO)), { timeout: 10_000 }).toBeGreaterThan(30 * 60_000);
    await chart.page.mouse.up();
    await chart.settle();
    const [span] = await chart.spans();
    expect(span.from).toBe(FROM + 90);
    expect(span.to).toBeGreaterThan(TO + 10);
  });

  it('draws on an aggregated level with the bars of the series', async () => {
    await open();
    await chart.showBars(90_000, 96_000, 0);
    expect((await chart.attributes()).level).toBe(1);
    await chart.drag(600, 700);
    await expect.poll(async () => (await chart.spans()).length).toBe(1);
    const [span] = await chart.spans();
    expect(span.from % 8).toBe(0);
    expect(span.to % 8).toBe(7);
    expect(span.to).toBeGreaterThan(span.from);
  });
});

const timeOf = (index: number): Promise<number> => chart.page.evaluate((bar) => window.testPage.times[bar], index);

describe('moving about', () => {
  it('moves in pan mode, and creates nothing', async () => {
    await open();
    await chart.page.evaluate(() => window.testPage.patch({ mode: 'pan' }));
    const before = await chart.xOfBar(FROM + 50);
    await chart.drag(before, before + 200);
    expect(await chart.xOfBar(FROM + 50)).toBeCloseTo(before + 200, 0);
    expect(await chart.spans()).toEqual([]);
  });

  it('zooms at the pointer with the wheel, and pans with Shift', async () => {
    await open();
    const anchor = await chart.xOfBar(FROM + 70);
    const spacing = (await chart.xOfBar(FROM + 71)) - anchor;
    await chart.page.mouse.move(anchor, 300);
    await chart.page.mouse.wheel(0, -240);
    await chart.settle();
    expect(await chart.xOfBar(FROM + 70)).toBeCloseTo(anchor, 0);
    expect((await chart.xOfBar(FROM + 71)) - (await chart.xOfBar(FROM + 70))).toBeGreaterThan(spacing * 1.2);
    await chart.page.keyboard.down('Shift');
    await chart.page.mouse.wheel(0, 100);
    await chart.page.keyboard.up('Shift');
    await chart.settle();
    expect(await chart.xOfBar(FROM + 70)).toBeCloseTo(anchor - 100, 0);
  });

  it('moves with two fingers sideways, keeps to that while they drift, and turns back at once from the end of the series', async () => {
    await open();
    const { mouse } = chart.page;
    const before = await chart.xOfBar(FROM + 70);
    const spacing = (await chart.xOfBar(FROM + 71)) - before;
    await mouse.move(before, 300);
    await mouse.wheel(60, 5);
    await mouse.wheel(20, 40);
    await chart.settle();
    expect(await chart.xOfBar(FROM + 70)).toBeCloseTo(before - 80, 0);
    expect((await chart.xOfBar(FROM + 71)) - (await chart.xOfBar(FROM + 70))).toBeCloseTo(spacing, 3);
    await chart.showBars(199_900, 199_990);
    for (let turn = 0; turn < 12; turn += 1) await mouse.wheel(240, 0);
    await chart.settle();
    const atEnd = await chart.xOfBar(199_990);
    await mouse.wheel(-30, 0);
    await chart.settle();
    expect(await chart.xOfBar(199_990)).toBeCloseTo(atEnd + 30, 0);
  });

  it('zooms by a pinch at the pointer, in proportion, and stands still at the closest view', async () => {
    await open();
    const anchor = await chart.xOfBar(FROM + 70);
    const spacing = (await chart.xOfBar(FROM + 71)) - anchor;
    const pointer = Math.floor(anchor);
    await chart.page.mouse.move(pointer, 300);
    await chart.page.keyboard.down('Control');
    for (const step of [-3, -9, -8]) await chart.page.mouse.wheel(0, step);
    await chart.settle();
    expect((await chart.xOfBar(FROM + 71)) - (await chart.xOfBar(FROM + 70))).toBeCloseTo(spacing * Math.exp(20 * 0.012), 1);
    for (let turn = 0; turn < 30; turn += 1) await chart.page.mouse.wheel(0, -20);
    await chart.page.keyboard.up('Control');
    await chart.settle();
    const closest = (await chart.xOfBar(FROM + 71)) - (await chart.xOfBar(FROM + 70));
    expect(closest).toBeCloseTo(1208 / 5, 0);
    expect(await chart.xOfBar(FROM + 70)).toBeCloseTo(pointer + (anchor - pointer) * (closest / spacing), 0);
  });

  it('scales by dragging the time axis', async () => {
    await open();
    const spacing = (await chart.xOfBar(FROM + 51)) - (await chart.xOfBar(FROM + 50));
    await chart.drag(300, 700, { y: 708 });
    expect((await chart.xOfBar(FROM + 51)) - (await chart.xOfBar(FROM + 50))).toBeCloseTo(spacing * ((1208 - 700) / (1208 - 300)), 0);
    expect(await chart.spans()).toEqual([]);
  });

  it('zooms out to a level and back to the same place', async () => {
    await open();
    const bar = FROM + 50;
    await chart.page.mouse.move(await chart.xOfBar(bar), 300);
    const before = await chart.attributes();
    const levels = new Set<number>();
    for (let turn = 0; turn < 20; turn += 1) await turnWheel(200, levels);
    expect(levels).toContain(1);
    expect(levels).toContain(2);
    expect((await chart.attributes()).to - (await chart.attributes()).from).toBeGreaterThan((before.to - before.from) * 100);
    for (let turn = 0; turn < 20; turn += 1) await turnWheel(-200, levels);
    const after = await chart.attributes();
    expect(after.level).toBe(0);
    expect([after.from, after.to]).toEqual([before.from, before.to]);
  });

  it('holds at most 24,000 bars all the way to the first bar of the series', async () => {
    await open();
    await chart.page.evaluate(() => window.testPage.patch({ mode: 'pan' }));
    await chart.showBars(40_000, 41_500, 0);
    let most = 0;
    for (let pan = 0; pan < 40 && (await chart.attributes()).from > (await timeOf(0)); pan += 1) {
      await chart.drag(100, 1_150);
      const { loadedBars, level, from } = await chart.attributes();
      most = Math.max(most, loadedBars);
      expect(level).toBe(0);
      // What is in view is there: the first visible bar is where the axis says it is.
      expect(await chart.xOfBar(await chart.indexOf(from))).toBeGreaterThan(-2);
    }
    expect((await chart.attributes()).from).toBe(await timeOf(0));
    expect(most).toBeGreaterThan(12_000);
    expect(most).toBeLessThanOrEqual(MOST_BARS);
  });

  it('does not jump when a page is added during a drag', async () => {
    await open({ delay: 60 });
    await chart.page.evaluate(() => window.testPage.patch({ mode: 'pan' }));
    await chart.showBars(98_000, 99_200, 0);
    const bar = 98_600;
    const { mouse } = chart.page;
    const start = await chart.xOfBar(bar);
    const { loadedBars } = await chart.attributes();
    // Pan until the next page is due, and go on with the button held.
    for (let pan = 0; pan < 3; pan += 1) await chart.drag(60, 1_150);
    const at = await chart.attributes();
    const held = await chart.indexOf(at.from);
    await mouse.move(100, 300);
    await mouse.down();
    const origin = await chart.xOfBar(held + 100);
    for (let x = 120; x <= 900; x += 20) {
      await mouse.move(x, 300);
      await chart.settle();
      expect(Math.abs((await chart.xOfBar(held + 100)) - origin - (x - 100))).toBeLessThan(1.5);
    }
    await mouse.up();
    expect(start).toBeGreaterThan(0);
    expect((await chart.attributes()).loadedBars).toBeGreaterThan(loadedBars);
  });

  it('shows a time far away without loading what lies between', async () => {
    await open();
    const before = await chart.page.evaluate(() => window.testPage.reads.length);
    await chart.page.evaluate(() => window.testPage.handle?.showTime(window.testPage.times[3_000] as never));
    await chart.settle();
    expect(await chart.xOfBar(3_000)).toBeCloseTo(1208 / 2, -1);
    expect(await chart.page.evaluate(() => window.testPage.reads.length)).toBe(before + 1);
  });

  it('steps from bar to bar', async () => {
    await open();
    const stepped = await chart.page.evaluate((bar) => {
      const { handle, times } = window.testPage;
      return [5, -5, 1_000_000].map((bars) => handle?.stepBar(times[bar] as never, bars) ?? null);
    }, FROM);
    expect(stepped).toEqual([await timeOf(FROM + 5), await timeOf(FROM - 5), null]);
  });
});

async function turnWheel(deltaY: number, levels: Set<number>): Promise<void> {
  await chart.page.mouse.wheel(0, deltaY);
  await chart.settle();
  await chart.page.waitForTimeout(30);
  levels.add((await chart.attributes()).level);
}

describe('living in a page', () => {
  it('tells the range in view a few times a second, and the last one always', async () => {
    await open();
    await chart.page.evaluate(() => window.testPage.patch({ mode: 'pan' }));
    await chart.drag(300, 900);
    const { from, to } = await chart.attributes();
    await expect.poll(() => chart.page.evaluate(() => window.testPage.visible)).toEqual([from, to]);
  });

  it('keeps its range when the page changes its size', async () => {
    await open();
    const before = await chart.attributes();
    await chart.page.setViewportSize({ width: 900, height: 500 });
    await chart.settle();
    await chart.settle();
    const after = await chart.attributes();
    expect([after.from, after.to]).toEqual([before.from, before.to]);
    expect(await chart.xOfBar(TO)).toBeLessThan(900);
  });

  it('keeps its range when the time zone changes, and names the zone', async () => {
    await open();
    const before = await chart.attributes();
    await chart.page.evaluate(() => window.testPage.patch({ timeZone: 'Asia/Tokyo' }));
    await expect.poll(() => chart.page.getByTestId('chart-legend').textContent()).toContain('Tokyo');
    await chart.settle();
    const after = await chart.attributes();
    expect([after.from, after.to]).toEqual([before.from, before.to]);
  });

  it('has one canvas set and one handle although StrictMode mounts it twice', async () => {
    await open();
    expect(await chart.page.locator('.tv-lightweight-charts').count()).toBe(1);
    expect(await chart.page.evaluate(() => window.testPage.ready)).toBe(1);
  });

  it('can be taken away at any moment, whatever it was doing', async () => {
    await open();
    const { page } = chart;
    const mount = (mounted: boolean) => page.evaluate((is) => window.testPage.patch({ mounted: is }), mounted);
    const doings: readonly (() => Promise<unknown>)[] = [
      () => page.mouse.wheel(0, -200),
      () => chart.drag(400, 500, { hold: true }),
      () => page.setViewportSize({ width: 900, height: 500 }),
      () => page.touchscreen.tap(300, 300),
      () => page.evaluate((from) => window.testPage.predict(from, from + 105), FROM),
      () => page.evaluate(() => window.testPage.patch({ prediction: null, theme: 'light', timeZone: 'Asia/Tokyo' })),
      () => page.evaluate(() => void window.testPage.handle?.showWholeSeries()),
    ];
    for (const begin of doings) {
      await page.mouse.move(400, 300);
      await begin();
      await mount(false);
      await page.mouse.up();
      // What it gave out before may still be called.
      await page.evaluate(() => window.testPage.handle?.zoom(2));
      await chart.settle();
      await mount(true);
      await expect.poll(() => page.getByTestId('chart').locator('canvas').count()).toBeGreaterThan(0);
    }
    // Timers and animations of the last one would have run by now; whatever they threw fails the test.
    await page.waitForTimeout(700);
  });

  it('can be focused, and says what it shows', async () => {
    await open();
    await addSpan(FROM + 40, FROM + 50);
    await chart.settle();
    await chart.page.keyboard.press('Tab');
    const root = chart.page.getByTestId('chart');
    expect(await root.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => root.getAttribute('aria-label')).toMatch(/^Candlestick chart of ES, 1m, from .* New York time\. 1 label in view/);
    expect(await root.evaluate((element) => getComputedStyle(element, '::after').borderTopWidth)).toBe('2px');
  });

  it('says when bars cannot be read, and reads them when asked again', async () => {
    chart = await ChartPage.open(browser, server.url, { fails: true });
    const notice = chart.page.getByRole('alert');
    expect(await notice.textContent()).toContain('the connection is gone');
    await notice.getByRole('button', { name: 'Try again' }).click();
    await chart.page.waitForTimeout(100);
    expect(await notice.textContent()).toContain('the connection is gone');
    await chart.page.evaluate(() => Object.assign(window.testPage.control, { fails: false }));
    await notice.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await chart.attributes()).loadedBars).toBeGreaterThan(0);
    expect(await notice.count()).toBe(0);
  });

  it('takes the notice away when bars can be read again by themselves', async () => {
    await open();
    await chart.page.evaluate(() => Object.assign(window.testPage.control, { fails: true }));
    const notice = chart.page.getByRole('alert');
    await chart.page.evaluate(() => window.testPage.handle?.showTime(window.testPage.times[3_000] as never));
    await expect.poll(() => notice.count()).toBe(1);
    await chart.page.evaluate(() => Object.assign(window.testPage.control, { fails: false }));
    await chart.page.evaluate(() => window.testPage.handle?.showTime(window.testPage.times[3_000] as never));
    await expect.poll(() => notice.count()).toBe(0);
    expect(await chart.xOfBar(3_000)).toBeCloseTo(1208 / 2, -1);
  });

  it('opens and closes the pane of probabilities', async () => {
    await open();
    const panes = (): Promise<number> => chart.page.locator('.tv-lightweight-charts tr:has(canvas)').count();
    const without = await panes();
    await chart.page.evaluate(([from, to]) => window.testPage.predict(from, to), [FROM, TO]);
    await chart.settle();
    expect(await panes()).toBeGreaterThan(without);
    expect(await chart.page.getByTestId('chart-layers').textContent()).toContain('threshold 0.42');
    await chart.page.evaluate(() => window.testPage.patch({ prediction: null }));
    await chart.settle();
    expect(await panes()).toBe(without);
  });
});

describe.each([
  ['dark', 1],
  ['light', 2],
] as const)('the %s theme at %i device pixels per pixel', (theme, scale) => {
  let scaled: Browser;
  beforeAll(async () => {
    scaled = await launchBrowser([`--force-device-scale-factor=${scale}`, '--window-size=1280,800']);
  });
  afterAll(() => scaled?.close());

  async function openScaled(): Promise<void> {
    chart = await ChartPage.open(scaled, server.url, { theme, ownWindow: true });
    await chart.showBars(FROM, TO);
  }

  /** Colours of a row of device pixels of the candles' pane. */
  const row = (y: number): Promise<string[]> =>
    chart.page.evaluate((at) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.tv-lightweight-charts canvas')!;
      const copy = new OffscreenCanvas(canvas.width, 1).getContext('2d', { willReadFrequently: true })!;
      copy.drawImage(canvas, 0, -at);
      const { data } = copy.getImageData(0, 0, canvas.width, 1);
      return Array.from({ length: canvas.width }, (_, x) => data.slice(4 * x, 4 * x + 3).join());
    }, y);

  it('draws the edge of a label on whole device pixels', async () => {
    await openScaled();
    const before = await row(120 * scale);
    await addSpan(FROM + 40, FROM + 50);
    await chart.settle();
    const after = await row(120 * scale);
    const changed = after.flatMap((colour, x) => (colour === before[x] ? [] : [x]));
    const first = Math.round((await leftOf(FROM + 40)) * scale);
    const last = Math.round((await leftOf(FROM + 51)) * scale) - 1;
    expect([changed[0], changed[changed.length - 1]]).toEqual([first, last]);
    // The edge is a line of its own colour, one CSS pixel wide, next to the even shading.
    const edge = after.slice(first, first + scale);
    expect(new Set(edge).size).toBe(1);
    expect(after[first + scale]).not.toBe(edge[0]);
  });

  it('takes the colours of the theme', async () => {
    await openScaled();
    const background = await chart.page.getByTestId('chart').evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(background).toBe(theme === 'dark' ? 'rgb(18, 22, 29)' : 'rgb(255, 255, 255)');
    expect((await row(4))[40]).toBe(background.replace(/[^\d,]/g, ''));
  });
});
