import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

const SLOW = { timeout: 120_000 };

describe('comparing two runs, by keyboard alone', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
    await app.page.getByTestId('open-sample').press('Enter');
    await app.page.getByTestId('guide-close').press('Enter');
    await press(app.page, 'g', 't');
    await app.page.getByTestId('train-setup').waitFor();
    for (const [number, epochs] of [2, 12].entries()) await train(epochs, number + 1);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  async function train(epochs: number, runs: number): Promise<void> {
    const { page } = app;
    await page.getByTestId('epochs').fill(String(epochs));
    await press(page, 'Enter');
    await page.locator('[data-testid="train.start"]:enabled').waitFor(SLOW);
    await press(page, 'Control+Enter', 'F6');
    await page.locator(`[data-testid=run-list][data-rows="${runs}"]`).waitFor(SLOW);
    await page.locator('[data-testid=run-row][data-state=done]').nth(runs - 1).waitFor(SLOW);
  }

  const compared = () => app.page.locator('[data-testid=comparison][data-state=done]').waitFor(SLOW);
  const cellsOf = (figure: string) => app.page.locator(`[data-testid=compared-figures] tr[data-figure="${figure}"] td`).allInnerTexts();

  it('says what to do while nothing is marked', async () => {
    const { page } = app;
    await press(page, 'g', 'c');
    expect(await page.getByTestId('screen-compare').innerText()).toMatch(/^Nothing marked to compare\s+Mark two or more runs/);
    await press(page, 'g', 't');
    await page.getByTestId('run-row').first().waitFor();
  });

  it('marks rows by key, with the letter that they will have, over a reload too', async () => {
    const { page } = app;
    await page.getByTestId('run-row').first().focus();
    await press(page, 'Shift+m');
    await page.locator('[data-testid=marked][data-count="1"]').waitFor();
    await press(page, 'Shift+c');
    expect(await page.getByTestId('screen-train').count()).toBe(1);
    await press(page, 'ArrowDown', 'Shift+m');
    await page.locator('[data-testid=marked][data-count="2"]').waitFor();
    await page.reload();
    await page.locator('[data-testid=marked][data-count="2"]').waitFor();
    await expect.poll(() => page.getByTestId('mark-box').allInnerTexts()).toEqual(['A', 'B']);
  });

  it('says what differs in words, with windows and spans, and warns of what flatters', async () => {
    const { page } = app;
    await press(page, 'Shift+c');
    await compared();
    const words = await page.getByTestId('conclusions').innerText();
    expect(words).toMatch(/on the same \d+ windows with \d+ spans/);
    expect(words).toMatch(/better|worse|no difference/);
    expect(await page.getByTestId('cautions').innerText()).toMatch(/500 steps/);
  });

  it('has a verdict in words beside every paired difference', async () => {
    const cells = await cellsOf('bar.at05.f1');
    expect(cells).toHaveLength(3);
    expect(cells[0]).toMatch(/^\d\.\d{3}\s+\d\.\d{3} to \d\.\d{3}$/);
    expect(cells[2]).toMatch(/^(better|worse|no difference) [+−]?\d\.\d{3}\s+−?\d\.\d{3} to −?\d\.\d{3}$/);
    const [low, high] = /(−?\d\.\d{3}) to (−?\d\.\d{3})$/.exec(cells[2])!.slice(1).map((text) => Number(text.replace('−', '-')));
    expect(cells[2].startsWith('no difference')).toBe(low <= 0 && high >= 0);
  });

  it('turns around when the other one is made the first', async () => {
    const { page } = app;
    const before = await cellsOf('auprc');
    await page.getByTestId('make-first').press('Enter');
    await expect.poll(async () => (await cellsOf('auprc')).slice(0, 2)).toEqual(before.slice(0, 2).toReversed());
    await compared();
    await page.getByTestId('make-first').press('Enter');
    await expect.poll(() => cellsOf('auprc')).toEqual(before);
    await compared();
  });

  it('draws each kind of loss on an axis of its own, and both contenders on every other chart', async () => {
    const { page } = app;
    await page.getByTestId('compare-tab-figures').focus();
    await press(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await page.getByTestId('learning').waitFor();
    const tasks = await page.getByTestId('loss-panel').evaluateAll((panels) => panels.map((panel) => (panel as HTMLElement).dataset.task));
    expect(new Set(tasks).size).toBe(tasks.length);
    expect(tasks[0]).toBe('span');
    expect(await page.getByTestId('compared-weights').innerText()).toMatch(/sigma \d\.\d{3}/);
    await press(page, 'ArrowRight', 'Enter');
    await page.getByTestId('probabilities').waitFor();
    expect(await page.getByTestId('probabilities').locator('figure').count()).toBe(7);
    await press(page, 'ArrowRight', 'Enter');
    expect(await page.locator('[data-testid=configuration-differences] tr[data-setting=epochs] td').allInnerTexts()).toEqual(['12', '2']);
  });

  it('opens a window from the confusion of windows on the chart, with both predictions, and comes back to it', async () => {
    const { page } = app;
    await page.getByTestId('compare-tab-windows').press('Enter');
    const counts = await page.locator('[data-testid^=windows-]').allInnerTexts();
    const [some, none, every, all] = counts.map((text) => Number(/\((\d+)\)/.exec(text)![1]));
    expect(some + none + every).toBe(all);
    expect(all).toBeGreaterThan(5);
    await page.getByTestId('windows-all').press('Enter');
    await page.locator(`[data-testid=compared-windows][data-rows="${all}"]`).waitFor();
    await page.getByTestId('compared-window').first().focus();
    await press(page, 'ArrowDown', 'ArrowDown');
    const row = page.locator('[data-testid=compared-window]:focus');
    const [window, decoded] = [await row.getAttribute('data-window'), [...(await row.innerText()).matchAll(/(?:right|wrong), (\d+) span/g)].map(([, count]) => Number(count))];
    await press(page, 'Enter');

    await page.getByTestId('screen-label').waitFor();
    await page.getByTestId('second-run-select').waitFor();
    await page.getByTestId('prediction-count').filter({ hasText: new RegExp(`^${decoded[0]} and ${decoded[1]} predicted`) }).waitFor();
    const names = await page.getByTestId('chart-layers').locator('li').allInnerTexts();
    expect(names.map((name) => name.trim())).toEqual(['Label', expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
    expect(names[1]).not.toBe(names[2]);

    await press(page, 'g', 'c');
    await compared();
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset.window)).toBe(window);
  });

  it('judges both together by one key, as a third one that is never taken for a run', async () => {
    const { page } = app;
    await press(page, 'Shift+t');
    await expect.poll(() => page.getByTestId('contender').count()).toBe(3);
    await compared();
    const [first, second, both] = await page.getByTestId('contender').evaluateAll((chips) => chips.map((chip) => chip.querySelector('[title]')!.getAttribute('title')));
    expect(both).toBe(`${first} + ${second}`);
    expect(await page.getByTestId('contender').nth(2).innerText()).toMatch(/2 together: segments/);
    expect(await page.getByTestId('cautions').innerText()).toMatch(/is no run, but 2 models together/);
    expect(await page.getByTestId('compare.together').isDisabled()).toBe(true);
    await page.getByTestId('compare-tab-figures').press('Enter');
    await expect.poll(async () => (await cellsOf('bar.at05.f1')).length).toBe(5);
    await page.getByTestId('compare-tab-learning').press('Enter');
    await page.getByTestId('learned-apart').waitFor();
    expect(await page.locator('[data-testid=compared-weights] thead th').count()).toBe(3);
    await page.getByTestId('compare-tab-configuration').press('Enter');
    expect(await page.locator('[data-testid=configuration-differences] tr[data-setting=epochs] td').allInnerTexts()).toEqual(['12', '2', 'several: 12; 2']);
    await page.getByTestId('leave-out').nth(2).press('Enter');
    await expect.poll(() => page.getByTestId('contender').count()).toBe(2);
    await compared();
  });

  it('keeps what is compared over a reload', async () => {
    const { page } = app;
    await page.reload();
    await compared();
    expect(await page.getByTestId('contender').count()).toBe(2);
  });

  it('saves the report as a page that needs nothing else', async () => {
    const { page } = app;
    const download = page.waitForEvent('download', SLOW);
    await press(page, 'Control+s');
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('report.html');
    const html = readFileSync(await saved.path(), 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="http/);
  });

  it('says what to do when too few are left', async () => {
    const { page } = app;
    await page.getByTestId('leave-out').first().press('Enter');
    await page.getByText('Mark one more to compare').waitFor();
    await page.getByTestId('mark-runs').press('Enter');
    await page.locator('[data-testid=marked][data-count="1"]').waitFor();
    expect(app.complaints).toEqual([]);
  });
});
