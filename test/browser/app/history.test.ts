import { dirname } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, waitUntilSaved, type AppPage } from './app-page.ts';

describe('the history of labels, by keyboard alone', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').press('Enter');
    await app.page.getByTestId('window-state').filter({ hasText: 'pending' }).waitFor();
    await app.page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    await app.page.getByTestId('guide-close').press('Enter');
    await app.page.locator('[data-keyboard-home]').focus();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const rows = () => app.page.getByTestId('history-row');
  const steps = () => rows().evaluateAll((all) => all.map((row) => row.querySelector('span > span')?.textContent ?? ''));
  const nowStep = () => app.page.locator('[data-testid=history-row][data-now=true] span > span').first().innerText();
  const undoneSteps = () => app.page.locator('[data-testid=history-row][data-undone=true]').count();
  const focused = () => app.page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.getAttribute('data-area'));
  const labelsInView = async () => Number(/(\d+) labels? in view/.exec((await app.page.getByTestId('chart').getAttribute('aria-label')) ?? '')?.[1]);
  const pastBar = () => app.page.getByTestId('past-bar');

  it('opens on the step that is in force, and says what to do where nothing was done', async () => {
    const { page } = app;
    await press(page, 'Shift+h');
    await expect.poll(focused).toBe('history-row');
    expect(await nowStep()).toMatch(/^Imported \d+ labels from the sample$/);
    expect(await steps()).toHaveLength(2);
    await press(page, 'Shift+Tab');
    expect(await focused()).toBe('history-of-window');
    await press(page, 'Enter');
    await expect.poll(() => page.getByTestId('history').innerText()).toContain('Nothing was changed in this window');
    expect(await page.getByTestId('history').innerText()).toContain('press Space at the first and at the last bar');
    await press(page, 'Shift+Tab', 'Enter', 'Shift+h');
    await expect.poll(focused).toBe('chart');
  });

  it('lists each step in words as it is made, and lets labelling go on beside it', async () => {
    const { page } = app;
    const before = await labelsInView();
    await press(page, 'Shift+h');
    await expect.poll(focused).toBe('history-row');
    await page.locator('[data-keyboard-home]').focus();
    await press(page, 'Home', 'Shift+ArrowRight', 'Space', 'Shift+ArrowRight', '3', '5', 't', 'Delete');
    await press(page, 'Space', 'Shift+ArrowRight', '4');
    await waitUntilSaved(page);
    await expect.poll(steps).toEqual([
      expect.stringMatching(/^Marked a span of 6 bars in window \d+$/),
      expect.stringMatching(/^Deleted a span of 6 bars in window \d+$/),
      expect.stringMatching(/^Changed the type of a span in window \d+ to consolidation$/),
      expect.stringMatching(/^Changed the confidence of a span in window \d+ to 1$/),
      expect.stringMatching(/^Marked a span of 6 bars in window \d+$/),
      expect.stringMatching(/^Imported \d+ labels from the sample$/),
      'Before the first step',
    ]);
    expect(await rows().nth(3).innerText()).toMatch(/me · \d+ \w+ \d\d:\d\d/);
    await expect.poll(labelsInView).toBe(before + 1);
  });

  it('shows the labels as of a step, clearly as the past, and returns to now on Esc', async () => {
    const { page } = app;
    const before = await labelsInView();
    await press(page, 'F6');
    for (let presses = 0; presses < 8 && (await focused()) !== 'history-row'; presses++) await press(page, 'F6');
    await press(page, 'ArrowDown', 'Enter');
    await pastBar().waitFor();
    expect(await pastBar().innerText()).toMatch(/The past, read only\.[^]*Labels as of .*Deleted a span/);
    // Both spans are gone after the step that deleted one.
    await expect.poll(labelsInView).toBe(before - 1);
    expect(await page.locator('[data-area=chart]').getAttribute('data-past')).toBe('true');
    // In the past the arrows walk through it.
    await press(page, 'ArrowDown');
    await expect.poll(() => pastBar().innerText()).toContain('Changed the type');
    await expect.poll(labelsInView).toBe(before);
    await press(page, 'Escape');
    await pastBar().waitFor({ state: 'detached' });
    expect([await labelsInView(), await focused()]).toEqual([before, 'history-row']);
  });

  it('lets nothing be changed in the past', async () => {
    const { page } = app;
    const listed = await steps();
    await press(page, 'Enter');
    await pastBar().waitFor();
    const shown = await labelsInView();
    await page.locator('[data-keyboard-home]').focus();
    for (const key of ['Space', 'Delete', '2', 'Enter', 'r', 'Control+z']) await press(page, key);
    await page.getByTestId('toast').filter({ hasText: 'labels of the past' }).waitFor();
    const box = (await page.getByTestId('chart').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.65, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await waitUntilSaved(page);
    expect([await steps(), await labelsInView()]).toEqual([listed, shown]);
    await press(page, 'Escape');
    await pastBar().waitFor({ state: 'detached' });
  });

  it('undoes and redoes up to a step on one key, and marks what is undone', async () => {
    const { page } = app;
    await rows().nth(3).focus();
    await press(page, 'Shift+z');
    await expect.poll(nowStep).toMatch(/^Changed the confidence/);
    expect(await undoneSteps()).toBe(3);
    expect(await rows().first().innerText()).toMatch(/undone (\d+ \w+ )?\d\d:\d\d · me/);
    await rows().first().focus();
    await press(page, 'Enter');
    await pastBar().waitFor();
    await press(page, 'Shift+z');
    await pastBar().waitFor({ state: 'detached' });
    await expect.poll(undoneSteps).toBe(0);
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(undoneSteps).toBe(2);
    await waitUntilSaved(page);
    expect(await nowStep()).toMatch(/^Changed the type/);
  });

  it('is all there after the app was ended and the project is opened again', async () => {
    const listed = await steps();
    await host.kill();
    expect(app.complaints.filter((complaint) => !/WebSocket|ERR_CONNECTION/.test(complaint))).toEqual([]);
    await app.page.close();
    host = await startTestHost({ folder: dirname(host.projectsFolder) });
    app = await openApp(browser, host.url);
    const { page } = app;
    await page.getByTestId('recent-project').press('Enter');
    await page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    await press(page, 'Shift+h');
    await expect.poll(focused).toBe('history-row');
    expect([await steps(), await undoneSteps()]).toEqual([listed, 2]);
    await press(page, 'Control+Shift+z', 'Control+Shift+z');
    await expect.poll(undoneSteps).toBe(0);
    await press(page, 'Shift+h');
    await expect.poll(async () => (await shownSpans(page)).map(({ confidence }) => confidence)).toEqual([0.8]);
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
