import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, waitUntilSaved, type AppPage, type ShownSpan } from './app-page.ts';
import { makeCountingHands, type CountingHands } from './count-keystrokes.ts';

const WINDOWS = 200;
const MINUTE = 60_000;

/** What a person sees in a window: bars from its first, and how sure they are. */
interface Seen {
  readonly first: number;
  readonly last: number;
  /** 1 to 5. */
  readonly sure: number;
}

/** Another in every window, two in every third. */
function seenIn(window: number): readonly Seen[] {
  const first = 2 + (window % 7);
  const one = { first, last: first + 3 + (window % 5), sure: 1 + (window % 5) };
  const two = { first: one.last + 2, last: one.last + 6, sure: 1 + ((window + 2) % 5) };
  return window % 3 === 0 ? [one, two] : [one];
}

const asShown = (start: number, { first, last, sure }: Seen): ShownSpan => ({ start: start + first * MINUTE, end: start + last * MINUTE, confidence: sure / 5 });

describe('two hundred windows by keyboard', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;
  let hands: CountingHands;
  const perSpan: number[] = [];
  const perFix: number[] = [];
  const seconds: number[] = [];

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    hands = makeCountingHands(app.page);
    await app.page.getByTestId('open-sample').press('Enter');
    await app.page.getByTestId('guide-close').press('Enter');
    await app.page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  interface Opened {
    readonly id: string;
    /** Opening time of its first bar. */
    readonly start: number;
  }

  /** The window that is open after another, once its bars are there to walk on. Windows of two lengths may start at one bar. */
  async function openedAfter(before: string): Promise<Opened> {
    const facts = app.page.locator(`[data-testid=window-facts][aria-busy=false]:not([data-window="${before}"])`);
    return facts.evaluate((element) => ({ id: element.dataset.window!, start: Number(element.dataset.start) }));
  }

  async function mark({ first, last, sure }: Seen, from: number): Promise<void> {
    const began = performance.now();
    hands.take();
    await hands.hold('ArrowRight', first - from);
    await hands.tap('Space');
    await hands.hold('ArrowRight', last - first);
    await hands.tap(String(sure));
    perSpan.push(hands.take());
    seconds.push((performance.now() - began) / 1000);
  }

  /** Of the span that was marked last: its end goes two bars back. */
  async function fixEnd(): Promise<void> {
    hands.take();
    await hands.tap('e');
    await hands.tap('e');
    await hands.hold('ArrowLeft', 2);
    perFix.push(hands.take());
  }

  it('makes enough windows that nobody has labelled', async () => {
    const { page } = app;
    await press(page, 'Control+k');
    await page.keyboard.type('make windows');
    await press(page, 'Enter');
    await page.getByTestId('window-length').fill('30');
    await page.getByTestId('window-stride').fill('30');
    await page.getByTestId('firstTime').fill('2024-01-10');
    await page.getByTestId('make-windows').press('Enter');
    await page.getByTestId('make-windows-dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByTestId('window-facts').innerText()).toMatch(/^2024-01-10 .*30 bars$/);
  });

  it('marks every span with its confidence, mends an end in some windows, and goes on', async () => {
    const { page } = app;
    await page.locator('[data-area=chart]').focus();
    let opened: Opened = { id: '', start: 0 };
    for (let window = 0; window < WINDOWS; window++) {
      opened = await openedAfter(opened.id);
      const seen = seenIn(window);
      let at = 0;
      for (const span of seen) {
        await mark(span, at);
        at = span.last;
      }
      const isMended = window % 10 === 0;
      if (isMended) await fixEnd();
      const expected = seen.map((span, index) => asShown(opened.start, isMended && index === seen.length - 1 ? { ...span, last: span.last - 2 } : span));
      await expect.poll(() => shownSpans(page)).toEqual(expected);
      await press(page, 'Enter');
    }
    await openedAfter(opened.id);
    await waitUntilSaved(page);
  });

  it('needs at most 6 keystrokes for a span with confidence, and 4 for an edge', () => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const slowest = Math.max(...seconds);
    process.stderr.write(`${perSpan.length} spans in ${WINDOWS} windows: ${mean(perSpan).toFixed(1)} keystrokes and ${mean(seconds).toFixed(2)} s a span, at most ${Math.max(...perSpan)} and ${slowest.toFixed(2)} s; ${mean(perFix).toFixed(1)} keystrokes to mend an edge.\n`);
    expect(perSpan).toHaveLength(Array.from({ length: WINDOWS }, (_, window) => seenIn(window).length).reduce((sum, count) => sum + count, 0));
    expect(Math.max(...perSpan)).toBeLessThanOrEqual(6);
    expect(Math.max(...perFix)).toBeLessThanOrEqual(4);
  });

  it('left all of them reviewed', async () => {
    const { page } = app;
    const [reviewed] = (await page.getByTestId('queue-progress').innerText()).split(' ');
    expect(Number(reviewed.replace(/\D/g, ''))).toBeGreaterThanOrEqual(WINDOWS);
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
