import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, type AppPage } from './app-page.ts';

const SLOW = { timeout: 120_000 };
/** So many that no machine ends them meanwhile. */
const MANY = 10_000;

describe('watching a training, by keyboard alone', () => {
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
    // The one in which the countdown drowns the other tasks.
    await tabTo(app.page, 'preset');
    await press(app.page, 'Enter');
    await app.page.getByRole('listbox').waitFor();
    await app.page.keyboard.type('As');
    await press(app.page, 'Enter');
    await app.page.getByRole('listbox').waitFor({ state: 'detached' });
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  it('warns of few steps, once', async () => {
    const { page } = app;
    await train(page, 2);
    await page.locator('[data-testid=run-detail][data-state=done]').waitFor(SLOW);
    // 54 windows in batches of 32 are two steps an epoch.
    await expect.poll(() => page.getByTestId('warning-few-steps').innerText()).toMatch(/Few steps\..*4 steps.* 250 epochs would make so many\./);
  });

  it('begins with the windows that validate it, before there is an epoch', async () => {
    const { page } = app;
    await train(page, MANY);
    await page.locator('[data-testid=run-detail][data-state=running]').waitFor(SLOW);
    await page.getByTestId('watched-window').nth(3).waitFor();
    expect(await page.getByTestId('watched-window').count()).toBe(4);
    expect(new Set(await placesOf(page)).size).toBe(4);
  });

  it('shows numbers, histogram and predictions that move with the epochs', async () => {
    const { page } = app;
    await epochDone(page, 2);
    await expect.poll(async () => (await pictureOf(page)).histogram).toMatch(/^M/);
    const before = await pictureOf(page);
    await epochDone(page, before.done + 3);
    await expect.poll(async () => Number((await pictureOf(page)).epoch)).toBeGreaterThan(Number(before.epoch));
    const after = await pictureOf(page);
    expect(after.histogram).not.toBe(before.histogram);
    expect(after.curves).not.toEqual(before.curves);
    expect(after.curves.every((curve) => curve!.length === 105)).toBe(true);
    expect(await page.getByTestId('train-progress').innerText()).toMatch(/Epoch \d+ of 10,000\n.* left/);
    expect(await page.getByTestId('train-machine').innerText()).toMatch(/^Computes on wasm · .* for the last epoch · trainer takes \d.* MB · .* of tensors and kernels$/);
    expect(await page.getByTestId('best-epoch').innerText()).toMatch(/^\d+$/);
    expect(await page.getByTestId('curves').locator('figure').count()).toBe(8);
    expect(await page.getByTestId('figure-curves').locator('figure').count()).toBe(6);
  });

  it('warns of each trap once, in words, and the warning stays while its figures move', async () => {
    const { page } = app;
    const warning = page.getByTestId('warning-dominant-task');
    await warning.waitFor(SLOW);
    expect(await warning.innerText()).toMatch(/One task drowns the others\. The task "countdown" makes up \d\d % of the weighted loss.*Scale the countdown, or switch it off\./);
    await warning.evaluate((element) => element.setAttribute('data-seen', 'yes'));
    await epochDone(page, (await pictureOf(page)).done + 4);
    expect(await warning.getAttribute('data-seen')).toBe('yes');
    const kinds = await page.locator('[data-testid^=warning-]').evaluateAll((all) => all.map((element) => element.getAttribute('data-testid')));
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('goes back to an epoch, stays there while the training goes on, and follows it again', async () => {
    const { page } = app;
    await press(page, 'Shift+j');
    await expect.poll(() => pictureOf(page)).toMatchObject({ epoch: '1', isFollowing: 'false' });
    const first = await pictureOf(page);
    await press(page, 'k', 'k', 'j');
    await expect.poll(async () => (await pictureOf(page)).epoch).toBe('2');
    await epochDone(page, first.done + 3);
    const second = await pictureOf(page);
    expect(second).toMatchObject({ epoch: '2', isFollowing: 'false' });
    expect(second.histogram).not.toBe(first.histogram);
    expect(second.curves).not.toEqual(first.curves);
    await tabTo(page, 'epoch-slider');
    await press(page, 'ArrowRight', 'ArrowRight');
    await expect.poll(async () => (await pictureOf(page)).epoch).toBe('4');
    await press(page, 'Shift+k');
    await expect.poll(async () => (await pictureOf(page)).isFollowing).toBe('true');
    await expect.poll(async () => Number((await pictureOf(page)).epoch)).toBeGreaterThan(4);
  });

  it('watches other windows from the next epoch on', async () => {
    const { page } = app;
    const before = await placesOf(page);
    await runAction(page, 'Choose the windows');
    const rows = page.getByTestId('watchable');
    await rows.first().waitFor();
    await expect.poll(() => rows.first().evaluate((row) => row === document.activeElement)).toBe(true);
    const chosen = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-checked') === 'true'));
    const [add, drop] = [chosen.indexOf(false), chosen.indexOf(true)];
    expect(chosen.filter(Boolean)).toHaveLength(4);
    for (let row = 0; row <= Math.max(add, drop); row++) {
      if (row === add || row === drop) await press(page, 'Space');
      await press(page, 'ArrowDown');
    }
    await tabTo(page, 'watch-these');
    await press(page, 'Enter');
    await page.getByTestId('watch-dialog').waitFor({ state: 'detached' });
    const wanted = [...before.filter((place) => place !== drop), add];
    await expect.poll(() => placesOf(page)).toEqual(wanted);
    await expect.poll(async () => (await pictureOf(page)).curves.at(-1), SLOW).toHaveLength(105);
    // It was not watched then, and this is said instead of showing another epoch's.
    await press(page, 'Shift+j');
    await expect.poll(() => page.getByTestId('watched-window').last().innerText()).toMatch(/not watched in this epoch/);
    await press(page, 'Shift+k');
  });

  it('survives a reload in the middle: all epochs, the windows, time left and warnings are there again', async () => {
    const { page } = app;
    const before = await pictureOf(page);
    const places = await placesOf(page);
    await page.reload();
    await page.getByTestId('scrubber').waitFor();
    const after = await pictureOf(page);
    expect(after.done).toBeGreaterThanOrEqual(before.done);
    expect(await placesOf(page)).toEqual(places);
    expect(await page.getByTestId('train-progress').innerText()).toMatch(/ left/);
    await page.getByTestId('warning-dominant-task').waitFor();
    await epochDone(page, after.done + 2);
    await press(page, 'Shift+j');
    await expect.poll(async () => (await pictureOf(page)).epoch).toBe('1');
    await press(page, 'Shift+k');
  });

  it('keeps it all when the training is stopped', async () => {
    const { page } = app;
    await runAction(page, 'Stop training');
    await page.locator('[data-testid=run-detail][data-state=cancelled]').waitFor(SLOW);
    const { done } = await pictureOf(page);
    await expect.poll(async () => (await pictureOf(page)).epoch).toBe(String(done));
    await press(page, 'j');
    await expect.poll(async () => (await pictureOf(page)).epoch).toBe(String(done - 1));
    expect(await page.getByTestId('task-table').innerText()).toMatch(/Span, per bar/);
    expect(await page.getByTestId('train.watch').count()).toBe(0);
  });

  it('met no error on the way, nor a style or script that the policy forbids', () => {
    expect(app.complaints).toEqual([]);
  });
});

/** What moves on the screen. */
async function pictureOf(page: Page) {
  return page.getByTestId('run-detail').evaluate((detail) => {
    const data = (name: string) => detail.querySelector<HTMLElement>(`[data-testid=${name}]`)?.dataset;
    return {
      done: Number((detail as HTMLElement).dataset.epochs),
      epoch: data('scrubber')?.epoch,
      isFollowing: data('scrubber')?.following,
      histogram: data('histogram')?.columns,
      curves: Array.from(detail.querySelectorAll<HTMLElement>('[data-testid=watched-window]'), ({ dataset }) => dataset.curve),
    };
  });
}

const placesOf = (page: Page): Promise<number[]> => page.getByTestId('watched-window').evaluateAll((cards) => cards.map((card) => Number((card as HTMLElement).dataset.place)));

async function epochDone(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await pictureOf(page)).done, SLOW).toBeGreaterThanOrEqual(count);
}

async function train(page: Page, epochs: number): Promise<void> {
  await tabTo(page, 'epochs');
  await press(page, 'Control+a');
  await page.keyboard.type(String(epochs));
  await press(page, 'Enter', 'Control+Enter', 'F6');
}

/** Presses Tab until the element, or something in it, has the focus. */
async function tabTo(page: Page, testId: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await page.getByTestId(testId).evaluate((element) => element.contains(document.activeElement))) return;
    await press(page, 'Tab');
  }
  throw new Error(`Tab does not reach ${testId}.`);
}

async function runAction(page: Page, title: string): Promise<void> {
  await press(page, 'Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(title);
  await press(page, 'Enter');
}
