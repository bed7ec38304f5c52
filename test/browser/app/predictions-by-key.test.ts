import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore } from '../../../src/main/core/core.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { readSpansOfWindow } from '../../../src/main/store/queries/spans.ts';
import { readWindow } from '../../../src/main/store/queries/windows.ts';
import { newEditId, windowId } from '../../../src/shared/domain/ids.ts';
import { heldStride } from '../../../src/renderer/labels/held-stride.ts';
import { makeWorkplace, valueOf } from '../../integration/core/test-core.ts';
import { createReviewProject, labelOf, type RunSpans } from '../../integration/review/review-project.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, waitUntilSaved, type AppPage } from './app-page.ts';
import { makeCountingHands, type CountingHands } from './count-keystrokes.ts';

const MINUTE = 60_000;
/** In the first window a prediction that meets a label, and three that meet none. */
const RUN: RunSpans = [[[5, 10, 0.9], [20, 29, 0.8], [50, 59, 0.7], [80, 84, 0.6]], []];

describe('predicted spans by key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-predictions-'));
  const project = join(folder, 'predictions.expanse');
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;
  let hands: CountingHands;

  beforeAll(async () => {
    createReviewProject(project, RUN);
    const place = makeWorkplace();
    const core = createCore(place.options({ projectPath: project }));
    await valueOf(core.api.editLabels({ editId: newEditId(), command: { kind: 'create-span', span: labelOf(1, 5, 9) } }));
    await core.close();
    place.remove();
    host = await startTestHost({ project });
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    hands = makeCountingHands(app.page);
    const { page } = app;
    await page.getByTestId('run-select').press('Enter');
    await page.getByRole('option').nth(1).press('Enter');
    await page.getByTestId('prediction-count').waitFor();
    await toChart();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true });
  });

  const toChart = () => app.page.getByTestId('chart').evaluate((element) => element.closest<HTMLElement>('[data-area=chart]')?.focus());
  const start = async () => Number(await app.page.locator('[data-testid=window-facts]').getAttribute('data-start'));
  const barsOf = async () => {
    const first = await start();
    return (await shownSpans(app.page)).map(({ start: from, end, confidence }) => [(from - first) / MINUTE, (end - first) / MINUTE, confidence]);
  };
  const card = () => app.page.getByTestId('prediction-card');

  it('are walked through by Tab with the labels, without those that meet a label', async () => {
    const { page } = app;
    await press(page, 'Tab');
    await page.getByTestId('span-editor').waitFor();
    expect(await card().count()).toBe(0);
    await press(page, 'Tab');
    expect(await card().innerText()).toMatch(/score 0\.80/);
    await press(page, 'Tab');
    expect(await card().innerText()).toMatch(/score 0\.70/);
    await press(page, 'Shift+Tab');
    expect(await card().innerText()).toMatch(/score 0\.80/);
    await press(page, 'Escape');
    await card().waitFor({ state: 'detached' });
    expect(await barsOf()).toHaveLength(1);
  });

  it('become labels by a digit, in one step to undo', async () => {
    const { page } = app;
    await press(page, 'Tab', 'Tab', '4');
    await expect.poll(barsOf).toEqual([[5, 9, 0.6], [20, 29, 0.8]]);
    await waitUntilSaved(page);
    await press(page, 'Control+z');
    await expect.poll(barsOf).toEqual([[5, 9, 0.6]]);
  });

  it('have an edge mended in at most 4 keystrokes, by a bar or by many', async () => {
    const { page } = app;
    await press(page, 'Escape', 'Tab');
    hands.take();
    await hands.tap('Tab');
    await hands.hold('ArrowLeft', 3);
    expect(hands.take()).toBeLessThanOrEqual(4);
    await expect.poll(barsOf).toEqual([[5, 9, 0.6], [17, 29, 0.6]]);
    await hands.tap('Tab');
    await hands.tap('e');
    await hands.hold('ArrowRight', 8);
    expect(hands.take()).toBeLessThanOrEqual(4);
    await expect.poll(barsOf).toEqual([[5, 9, 0.6], [17, 29, 0.6], [50, 67, 0.6]]);
    await waitUntilSaved(page);
  });

  it('are gone through by digits alone where a digit goes on', async () => {
    const { page } = app;
    await press(page, 'Escape', 'Shift+g', 'Tab', '2', '3', '5', '4');
    await expect.poll(barsOf).toEqual([[5, 9, 0.4], [17, 29, 0.6], [50, 67, 1], [80, 84, 0.8]]);
    await press(page, 'Shift+g');
  });

  it('a held arrow takes the cursor along faster the longer it is held', async () => {
    const { page } = app;
    await press(page, 'Control+a', 'Escape', 'Home', 'Space');
    await hands.hold('ArrowRight', 30);
    await press(page, '1');
    const bars = Array.from({ length: 30 }, (_, n) => heldStride(n)).reduce((sum, each) => sum + each, 0);
    expect(bars).toBeGreaterThan(30);
    await expect.poll(barsOf).toContainEqual([0, bars, 0.2]);
  });

  it('are described by a slider, a note and tags, each of them undone as one step', async () => {
    const { page } = app;
    const described = () => page.locator('[data-testid=span-row][aria-current=true]');
    await page.getByTestId('confidence-slider').locator('input').focus();
    for (let n = 0; n < 5; n++) await press(page, 'ArrowRight');
    await expect.poll(() => described().getAttribute('data-confidence')).toBe('0.25');
    await toChart();
    await press(page, 'm');
    await page.keyboard.type('late #News');
    await press(page, 'Enter');
    await expect.poll(() => page.getByTestId('tag').allInnerTexts()).toEqual(['#news']);
    await waitUntilSaved(page);
    await page.getByTestId('tag').click();
    await expect.poll(() => page.getByTestId('span-note').inputValue()).toBe('late');
    await toChart();
    await press(page, 'Control+z');
    await expect.poll(() => page.getByTestId('span-note').inputValue()).toBe('late #News');
    await press(page, 'Control+z');
    await expect.poll(() => page.getByTestId('span-note').inputValue()).toBe('');
    await press(page, 'Control+z');
    await expect.poll(() => described().getAttribute('data-confidence')).toBe('0.2');
  });

  it('keep where they come from as labels', async () => {
    const { page } = app;
    await waitUntilSaved(page);
    expect(app.complaints).toEqual([]);
    await page.close();
    await host.stop();
    const db = openStore(project);
    const taken = readSpansOfWindow(db, readWindow(db, windowId(1))).filter(({ source }) => source === 'prediction');
    expect(taken.map(({ score, runId }) => [score, runId])).toEqual([[expect.closeTo(0.8), 1], [expect.closeTo(0.7), 1], [expect.closeTo(0.6), 1]]);
    db.close();
  });
});
