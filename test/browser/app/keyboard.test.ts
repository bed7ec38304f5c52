import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, type AppPage } from './app-page.ts';

describe('without a mouse', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const focusedId = () => app.page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.getAttribute('data-area'));

  it('opens the sample project by Tab and Enter, and its first pending window has the focus', async () => {
    const { page } = app;
    for (let presses = 0; presses < 12 && (await focusedId()) !== 'open-sample'; presses++) await press(page, 'Tab');
    await press(page, 'Enter');
    await page.getByTestId('window-state').filter({ hasText: 'pending' }).waitFor();
    await page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    await expect.poll(focusedId).toBe('chart');
  });

  it('marks, adjusts and describes a span', async () => {
    const { page } = app;
    await press(page, 'Home', 'Shift+ArrowRight', 'Space', 'Shift+ArrowRight', '3');
    const [made] = await shownSpans(page);
    await press(page, 'Tab', 'ArrowLeft', 'ArrowLeft', 'Alt+ArrowRight', 't', 'BracketRight', '5');
    const [adjusted] = await shownSpans(page);
    expect(adjusted).toEqual({ start: made.start - 2 * 60_000, end: made.end + 60_000, confidence: 1 });
    expect(await page.getByTestId('span-row').innerText()).toMatch(/9 bars.*consolidation/);
    await press(page, 'm');
    await page.keyboard.type('1 note with digits, Enter leaves it');
    await press(page, 'Enter');
    expect(await page.getByTestId('span-row').innerText()).toContain('1 note with digits');
    expect(await focusedId()).toBe('chart');
  });

  it('a held arrow is one step to undo', async () => {
    const { page } = app;
    const before = await shownSpans(page);
    await press(page, 'e', ...Array<string>(6).fill('ArrowRight'));
    await expect.poll(() => page.getByTestId('saved-state').getAttribute('data-state')).toBe('saved');
    expect((await shownSpans(page))[0].end).toBe(before[0].end + 6 * 60_000);
    await press(page, 'Control+z');
    await expect.poll(() => shownSpans(page)).toEqual(before);
  });

  it('shows every key on ?, finds actions on Ctrl+K, walks areas on F6', async () => {
    const { page } = app;
    await press(page, 'Shift+?');
    expect(await page.getByTestId('key-sheet').innerText()).toContain('Start or end a span at the cursor');
    await press(page, 'Escape');
    await page.getByTestId('key-sheet').waitFor({ state: 'detached' });
    await press(page, 'Control+k');
    await page.getByTestId('palette').waitFor();
    await page.keyboard.type('go to train');
    await press(page, 'Enter');
    await page.getByTestId('screen-train').waitFor();
    await press(page, 'g', 'l');
    await page.getByTestId('window-state').waitFor();
    const areas = new Set<string | null | undefined>();
    for (let presses = 0; presses < 8; presses++) {
      await press(page, 'F6');
      areas.add(await page.evaluate(() => document.activeElement?.closest('[data-area]')?.getAttribute('data-area')));
    }
    expect([...areas]).toEqual(expect.arrayContaining(['chart', 'queue']));
  });

  it('leaves Space to the bars after a click on a button with the mouse', async () => {
    const { page } = app;
    await page.getByTestId('chart.zoom-in').click();
    expect(await focusedId()).toBe('chart');
  });

  it('skips a window with a reason and goes on', async () => {
    const { page } = app;
    const title = page.locator('[data-testid=queue-row][aria-current=true]');
    const windowId = await title.getAttribute('data-window');
    await press(page, 's');
    await page.getByTestId('skip-dialog').waitFor();
    await page.keyboard.type('Unclear');
    await press(page, 'Enter');
    await expect.poll(() => title.getAttribute('data-window')).not.toBe(windowId);
    expect(await page.locator(`[data-testid=queue-row][data-window="${windowId}"]`).innerText()).toContain('Unclear');
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
