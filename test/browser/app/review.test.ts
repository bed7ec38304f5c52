import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore } from '../../../src/main/core/core.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { readVerdicts } from '../../../src/main/store/queries/verdicts.ts';
import { windowId } from '../../../src/shared/domain/ids.ts';
import type { Decision, Verdict } from '../../../src/shared/domain/verdict.ts';
import { makeWorkplace } from '../../integration/core/test-core.ts';
import { completeWindows, createReviewProject, labelOf, type RunSpans } from '../../integration/review/review-project.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, waitUntilSaved, type AppPage } from './app-page.ts';

const WINDOWS = 50;

/** In each window a start that is early and a false alarm; in every fifth a label that is missed as well. */
const RUN: RunSpans = Array.from({ length: WINDOWS }, (_, n) => [
  [10, 19, 0.625 + n / 256],
  [60, 69, 0.51 + n / 256],
]);
const LABELS = RUN.flatMap((_, n) => [labelOf(n + 1, 12, 19), ...(n % 5 === 0 ? [labelOf(n + 1, 80, 85)] : [])]);
const DISAGREEMENTS = 2 * WINDOWS + WINDOWS / 5;

/** One key per disagreement, by its type, in turn. */
const KEYS: Readonly<Record<string, readonly (readonly [key: string, decision: Decision])[]>> = {
  'early-start': [['f', 'fixed'], ['a', 'accepted'], ['x', 'rejected'], ['Shift+s', 'fixed']],
  'false-alarm': [['x', 'rejected'], ['a', 'accepted'], ['3', 'accepted'], ['u', 'unsure']],
  'missed': [['a', 'accepted'], ['x', 'rejected']],
};

describe('a review', () => {
  const folder = mkdtempSync(join(tmpdir(), 'expanse-review-'));
  const project = join(folder, 'review.expanse');
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

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
    await app.page.getByRole('navigation').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(folder, { recursive: true });
  });

  const undecided = async () => Number(await app.page.getByTestId('review-progress').getAttribute('data-undecided'));
  const cardEntry = () => app.page.getByTestId('review-card').getAttribute('data-entry');
  const currentRow = () => app.page.locator('[data-testid=review-row][aria-current=true]');

  it('opens by key at the surest disagreement, which is on the chart with its label and the prediction', async () => {
    const { page } = app;
    await press(page, 'g', 'r');
    await page.getByTestId('review-card').waitFor();
    expect(await undecided()).toBe(DISAGREEMENTS);
    expect(await page.getByTestId('review-list').getAttribute('data-entries')).toBe(String(DISAGREEMENTS));
    // Nothing is predicted where the labels are missed: the run is surest there.
    expect(await currentRow().getAttribute('data-types')).toBe('missed');
    await press(page, 'n');
    await press(page, 'p');
    await expect.poll(async () => (await currentRow().getAttribute('data-entry')) === (await cardEntry())).toBe(true);
    await page.getByTestId('prediction-count').waitFor();
    expect(await page.locator('[data-testid=span-row][aria-current=true]').count()).toBe(1);
  });

  it('is walked and filtered by key, and says what to do where nothing is listed', async () => {
    const { page } = app;
    const before = await cardEntry();
    await press(page, 'n');
    await expect.poll(cardEntry).not.toBe(before);
    await press(page, 'p');
    await expect.poll(cardEntry).toBe(before);
    await page.getByTestId('review-type').focus();
    await press(page, 'Enter');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.type('Split');
    await press(page, 'Enter');
    await page.getByText('No disagreement passes the filters.').waitFor();
    await page.getByRole('button', { name: 'Show all that is undecided' }).focus();
    await press(page, 'Enter');
    await expect.poll(cardEntry).toBe(before);
    await page.getByTestId('review-filters').focus();
    await press(page, 'Enter');
    await page.getByTestId('review-minConfidence').fill('0.99');
    await press(page, 'Enter');
    await expect.poll(() => page.getByTestId('review-list').getAttribute('data-entries')).toBe('0');
    await page.getByTestId('review-minConfidence').fill('0');
    await press(page, 'Enter');
    await expect.poll(() => page.getByTestId('review-list').getAttribute('data-entries')).toBe(String(DISAGREEMENTS));
    // The starts are off by two bars.
    await page.getByTestId('review-tolerance').fill('2');
    await press(page, 'Enter');
    await expect.poll(() => page.getByTestId('review-list').getAttribute('data-entries')).toBe(String(DISAGREEMENTS - WINDOWS));
    await page.getByTestId('review-tolerance').fill('0');
    await press(page, 'Enter');
    await expect.poll(() => page.getByTestId('review-list').getAttribute('data-entries')).toBe(String(DISAGREEMENTS));
    await page.getByTestId('review-filters').focus();
    await press(page, 'Enter', 'F6');
  });

  it('says what a bulk would do, does it in one step, and undo takes it back', async () => {
    const { page } = app;
    await press(page, 'Shift+a');
    await page.getByTestId('bulk-score').fill('0.8');
    // Starts score 0.625 + n / 256: six of them reach 0.8; no false alarm does.
    await page.getByTestId('bulk-plan').filter({ hasText: '5 predictions would be accepted: 0 labels made, 5 changed, 0 removed.' }).waitFor();
    await page.locator('[data-testid=bulk-accept]:enabled').waitFor();
    await page.getByTestId('bulk-score').focus();
    await press(page, 'Enter');
    await page.getByTestId('bulk-dialog').waitFor({ state: 'detached' });
    await expect.poll(undecided).toBe(DISAGREEMENTS - 5);
    await press(page, 'Control+z');
    await expect.poll(undecided).toBe(DISAGREEMENTS);
  });

  it('clears more than 100 disagreements by keyboard alone, one key each', async () => {
    const { page } = app;
    const made: Record<Decision, number> = { accepted: 0, fixed: 0, rejected: 0, unsure: 0 };
    const turns: Record<string, number> = {};
    const began = performance.now();
    for (let done = 0; done < DISAGREEMENTS; done++) {
      const entry = await currentRow().getAttribute('data-entry');
      const type = (await currentRow().getAttribute('data-types'))!;
      turns[type] = (turns[type] ?? -1) + 1;
      const [key, decision] = KEYS[type][turns[type] % KEYS[type].length];
      made[decision] += 1;
      await press(page, key);
      if (done + 1 < DISAGREEMENTS) await expect.poll(() => currentRow().getAttribute('data-entry'), { interval: 5, timeout: 20_000 }).not.toBe(entry);
    }
    const seconds = (performance.now() - began) / 1000;
    process.stderr.write(`${DISAGREEMENTS} disagreements, ${DISAGREEMENTS} keys, ${(seconds / DISAGREEMENTS).toFixed(3)} s each\n`);
    await page.getByTestId('review-done').waitFor();
    await waitUntilSaved(page);
    expect(await undecided()).toBe(0);
    expect(await page.getByTestId('review-right').innerText()).toBe(`Model right ${made.accepted + made.fixed} · labels right ${made.rejected}`);

    // One is taken back and done again.
    await press(page, 'Control+z');
    await expect.poll(undecided).toBe(1);
    await press(page, 'Control+Shift+z');
    await expect.poll(undecided).toBe(0);
    await press(page, 'i');
    expect(await page.getByTestId('review-summary').innerText()).toContain(`The model was right ${made.accepted + made.fixed}, the labels were right ${made.rejected} times`);
    await press(page, 'Escape');
    expect(app.complaints).toEqual([]);

    await host.stop();
    const verdicts = storedVerdicts();
    expect(verdicts).toHaveLength(DISAGREEMENTS);
    for (const [decision, count] of Object.entries(made)) expect(verdicts.filter((verdict) => verdict.decision === decision)).toHaveLength(count);
    expect(new Set(verdicts.map((verdict) => verdict.types.join('+')))).toEqual(new Set(Object.keys(KEYS)));
  });

  function storedVerdicts(): readonly Verdict[] {
    const db = openStore(project);
    const verdicts = readVerdicts(db);
    db.close();
    return verdicts;
  }
});
