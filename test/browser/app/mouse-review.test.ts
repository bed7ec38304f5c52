import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore } from '../../../src/main/core/core.ts';
import { windowId } from '../../../src/shared/domain/ids.ts';
import { makeWorkplace } from '../../integration/core/test-core.ts';
import { completeWindows, createReviewProject, labelOf, type RunSpans } from '../../integration/review/review-project.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, type AppPage } from './app-page.ts';

const WINDOWS = 4;
const MINUTE = 60_000;
/** Room for prices at the right of the chart, in CSS pixels. */
const PRICE_SCALE = 72;

/** In each window a start that is early and a false alarm. */
const RUN: RunSpans = Array.from({ length: WINDOWS }, (_, n) => [
  [10, 19, 0.9 - n / 256],
  [40, 49, 0.6],
]);
const LABELS = RUN.map((_, n) => labelOf(n + 1, 12, 19));

describe('the menu of the bars in a review', () => {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-mouse-review-'));
  const project = join(folder, 'review.expanse');
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;
  let page: Page;

  beforeAll(async () => {
    createReviewProject(project, RUN);
    const place = makeWorkplace();
    const core = createCore(place.options({ projectPath: project }));
    await completeWindows(core, RUN.map((_, n) => windowId(n + 1)), LABELS);
    await core.close();
    place.remove();
    host = await startTestHost({ project });
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    page = app.page;
    await page.getByRole('navigation').first().waitFor();
    await press(page, 'g', 'r');
    await page.getByTestId('review-card').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true });
  });

  const chartNumber = async (name: string) => Number(await page.getByTestId('chart').getAttribute(`data-${name}`));
  const undecided = async () => Number(await page.getByTestId('review-progress').getAttribute('data-undecided'));

  /** In the second window: before the first there are no bars, so that what is in view says less of where they stand. */
  async function openEarlyStart(): Promise<void> {
    await page.locator('[data-testid=review-row][data-entry="2:10-19"]').click();
    await expect.poll(() => page.getByTestId('review-card').getAttribute('data-entry')).toBe('2:10-19');
  }

  /** Where a bar of a window stands, that is in view. */
  async function pointOf(bar: number, window: number): Promise<readonly [x: number, y: number]> {
    const [from, to] = [await chartNumber('from'), await chartNumber('to')];
    const box = (await page.getByTestId('chart').boundingBox())!;
    const part = (((window - 1) * 100 + bar + 0.5) * MINUTE - from) / (to + MINUTE - from);
    return [box.x + (box.width - PRICE_SCALE) * part, box.y + box.height * 0.3];
  }

  /** Shows the whole window once its disagreement is in view, and presses the right button on a bar of it. */
  async function askAt(bar: number, window: number): Promise<void> {
    const first = (window - 1) * 100 * MINUTE;
    await expect.poll(async () => (await chartNumber('from')) <= first && (await chartNumber('to')) < first + 60 * MINUTE).toBe(true);
    await press(page, 'w');
    await expect.poll(async () => (await chartNumber('from')) <= first && (await chartNumber('to')) >= first + 99 * MINUTE).toBe(true);
    await page.mouse.click(...(await pointOf(bar, window)), { button: 'right' });
    await page.getByTestId('point-menu').waitFor();
  }

  it('rejects the prediction under the pointer, although another disagreement is looked at', async () => {
    expect(await page.getByTestId('review-card').getAttribute('data-entry')).toBe('1:10-19');
    await openEarlyStart();
    const before = await undecided();
    await askAt(45, 2);
    expect(await page.getByTestId('point-menu').innerText()).toContain('False alarm');
    await page.getByTestId('menu-review.reject').click();
    await expect.poll(undecided).toBe(before - 1);
    expect(await page.locator('[data-testid=review-row][data-entry="2:40-49"]').count()).toBe(0);
  });

  it('takes back a decision of the menu as any other', async () => {
    const before = await undecided();
    await press(page, 'Control+z');
    await expect.poll(undecided).toBe(before + 1);
    await page.locator('[data-testid=review-row][data-entry="2:40-49"]').waitFor();
  });

  it('fixes the label under the pointer by the edge that is chosen', async () => {
    await openEarlyStart();
    await askAt(15, 2);
    expect(await page.getByTestId('point-menu').innerText()).toContain('Early start');
    const before = await undecided();
    await page.getByTestId('menu-review.fix-start').click();
    await expect.poll(undecided).toBe(before - 1);
  });

  it('makes a label of a predicted span outside of a review, and gives a label the edges of the one that it meets', async () => {
    await expect.poll(() => page.getByTestId('review-card').getAttribute('data-entry')).toBe('3:10-19');
    await press(page, 'q');
    await askAt(45, 3);
    await page.getByRole('menuitem', { name: 'Make it a label' }).click();
    const inBars = async () => (await shownSpans(page)).map(({ start, end }) => [start / MINUTE - 200, end / MINUTE - 200]);
    await expect.poll(inBars).toEqual([[12, 19], [40, 49]]);
    const rightButton = async () => page.mouse.click(...(await pointOf(15, 3)), { button: 'right' });
    await rightButton();
    await page.getByRole('menuitem', { name: 'Give the label its edges' }).click();
    await expect.poll(inBars).toEqual([[10, 19], [40, 49]]);
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(inBars).toEqual([[12, 19]]);
    expect(app.complaints).toEqual([]);
  });
});
