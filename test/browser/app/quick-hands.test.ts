import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, shownSpans, waitUntilSaved, type AppPage } from './app-page.ts';

const MINUTE = 60_000;

describe('hands that are quicker than the next window', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').press('Enter');
    await app.page.getByTestId('guide-close').press('Enter');
    await app.page.locator('[data-testid=window-facts][aria-busy=false]').waitFor();
    await app.page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const openWindow = () => app.page.locator('[data-testid=window-facts][aria-busy=false]').getAttribute('data-window');

  const stateOf = (window: string) => app.page.locator(`[data-testid=queue-row][data-window="${window}"]`).getAttribute('data-state');

  /** All in one task of the page, so that no frame is drawn in between. */
  const strike = (keys: readonly string[]) =>
    app.page.evaluate((pressed) => {
      for (const key of pressed) {
        const [code, shiftKey] = key.startsWith('Shift+') ? [key.slice(6), true] : [key, false];
        const name = code === 'Space' ? ' ' : /^(Digit|Key)/.test(code) ? code.slice(-1) : code;
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, code, shiftKey, bubbles: true, cancelable: true }));
      }
    }, keys);

  it('label the window that comes, whatever they press before it is there', async () => {
    const first = (await openWindow())!;
    await strike(['Enter', 'ArrowRight', 'ArrowRight', 'Space', 'Shift+ArrowRight', 'ArrowRight', 'Digit4']);
    await expect.poll(openWindow).not.toBe(first);
    const start = Number(await app.page.locator('[data-testid=window-facts]').getAttribute('data-start'));
    await app.page.getByTestId('span-row').waitFor();
    await waitUntilSaved(app.page);
    expect(await shownSpans(app.page)).toEqual([{ start: start + 2 * MINUTE, end: start + 8 * MINUTE, confidence: 0.8 }]);

    // The window that was left has nothing of it.
    await app.page.locator(`[data-testid=queue-row][data-window="${first}"]`).click();
    await expect.poll(openWindow).toBe(first);
    expect(await app.page.getByTestId('span-count').innerText()).toBe('0');
    expect(app.complaints).toEqual([]);
  });

  it('complete the window that was asked for last, not the one that is still drawn', async () => {
    const first = (await openWindow())!;
    await strike(['.']);
    await expect.poll(openWindow).not.toBe(first);
    const left = (await openWindow())!;
    const asked = (await app.page.locator('[data-testid=queue-row][data-state=pending][aria-current=false]').last().getAttribute('data-window'))!;
    await app.page.locator(`[data-testid=queue-row][data-window="${asked}"]`).evaluate((row: HTMLElement) => {
      row.click();
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
    });
    await expect.poll(() => stateOf(asked)).toBe('reviewed');
    await waitUntilSaved(app.page);
    expect(await stateOf(left)).toBe('pending');
    await app.page.locator(`[data-testid=queue-row][data-window="${first}"]`).click();
    await expect.poll(openWindow).toBe(first);
  });

  it('do nothing to the bars with what is meant for a dialog that is about to open', async () => {
    await app.page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());
    const before = (await openWindow())!;
    const spans = await shownSpans(app.page);
    await strike(['Shift+KeyD', 'Space', 'ArrowRight', 'Digit3', '.', 'Enter', 'KeyT']);
    await app.page.locator('[data-testid=date]:focus').waitFor();
    await app.page.keyboard.press('Escape');
    await app.page.getByTestId('go-to-date-dialog').waitFor({ state: 'detached' });
    expect(await openWindow()).toBe(before);
    expect(await stateOf(before)).toBe('reviewed');
    expect(await shownSpans(app.page)).toEqual(spans);
  });

  it('walk the queue and back, each key from where the one before leads', async () => {
    await app.page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());
    const first = (await openWindow())!;
    await strike(['.', '.', '<']);
    await expect.poll(async () => Number(await openWindow())).toBe(Number(first) + 1);
    await strike(['<']);
    await expect.poll(openWindow).toBe(first);

    // What is meant for the window that comes is carried out there, before the key that leaves it.
    const order = await app.page.getByTestId('queue-row').evaluateAll((rows: HTMLElement[]) => rows.toSorted((a, b) => Number(a.dataset['row']) - Number(b.dataset['row'])).map((row) => row.dataset['window']!));
    const [, labelled, last] = order.slice(order.indexOf(first));
    const rowOf = (window: string) => app.page.locator(`[data-testid=queue-row][data-window="${window}"]`).innerText();
    const before = await rowOf(last);
    await strike(['.', 'ArrowRight', 'Space', 'ArrowRight', 'Digit5', '.']);
    await expect.poll(openWindow).toBe(last);
    await waitUntilSaved(app.page);
    await strike([',']);
    await expect.poll(openWindow).toBe(labelled);
    await expect.poll(async () => (await shownSpans(app.page)).map(({ confidence }) => confidence)).toEqual([1, 0.8]);
    expect(await rowOf(last)).toBe(before);
  });
});
