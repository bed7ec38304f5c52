import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, waitUntilSaved, type AppPage } from './app-page.ts';

describe('what hands do without thinking', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const currentRow = () => app.page.locator('[data-testid=queue-row][aria-current=true]');
  const runDetail = (state: string) => app.page.locator(`[data-testid=run-detail][data-state=${state}]`);

  it('makes one project of a double click', async () => {
    const { page } = app;
    await page.getByTestId('open-sample').dblclick();
    await page.getByTestId('window-state').waitFor();
    await press(page, 'g', 'p');
    await page.getByTestId('recent-project').first().waitFor();
    expect(await page.getByTestId('recent-project').count()).toBe(1);
    await press(page, 'g', 'l');
    await page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
  });

  it('completes one window however long Enter is held', async () => {
    const { page } = app;
    const before = Number((await page.getByTestId('queue-progress').innerText()).split(' ')[0]);
    for (let repeat = 0; repeat < 12; repeat++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.getByText(`${before + 1} of 190 reviewed`).waitFor();
    await page.waitForTimeout(200); // Long enough for a second one to be stored.
    expect(await page.getByTestId('queue-progress').innerText()).toContain(`${before + 1} of 190`);
  });

  it('tells of the last of many undos only', async () => {
    const { page } = app;
    await press(page, 'Control+z', 'Control+z', 'Control+z', 'Control+z');
    await page.getByTestId('toast').filter({ hasText: 'Nothing to undo' }).waitFor();
    expect(await page.getByTestId('toast').filter({ hasText: /undo/i }).count()).toBe(1);
  });

  it('stops once in the queue on Tab, and walks its rows by the arrows', async () => {
    const { page } = app;
    expect(await page.locator('[data-testid=queue-row][tabindex="0"]').count()).toBe(1);
    await currentRow().focus();
    const number = Number(await currentRow().getAttribute('data-row'));
    await press(page, 'ArrowDown');
    expect(await page.evaluate(() => Number((document.activeElement as HTMLElement).dataset['row']))).toBe(number + 1);
  });

  it('comes round to where it began on F6, past areas in which there is nothing to do', async () => {
    const { page } = app;
    const area = () => page.evaluate(() => document.activeElement?.closest('[data-area]')?.getAttribute('data-area'));
    await currentRow().focus();
    for (let presses = 0; presses < 12; presses++) {
      await press(page, 'F6');
      if ((await area()) === 'queue') return;
    }
    expect.fail('F6 did not come back to the queue.');
  });

  it('changes a span of a window in its window only, to which the free chart shows the way', async () => {
    const { page } = app;
    await page.getByTestId('filter-done').click();
    await page.getByTestId('queue-row').first().click();
    await page.getByTestId('span-row').first().waitFor();
    const [before] = await shownSpans(page);
    await press(page, 'c');
    await page.locator(`[data-testid=span-row][data-start="${before.start}"]`).click();
    await page.getByTestId('span-elsewhere').waitFor();
    await press(page, 'Delete', '1');
    await page.getByTestId('toast').filter({ hasText: 'It belongs to a window' }).waitFor();
    await press(page, 'Shift+Enter');
    await page.locator(`[data-testid=span-row][aria-current=true][data-start="${before.start}"]`).waitFor();
    expect(await shownSpans(page)).toEqual([before]);
    await press(page, before.confidence === 0.4 ? '3' : '2');
    await waitUntilSaved(page);
    expect((await shownSpans(page))[0].confidence).not.toBe(before.confidence);
  });

  it('stops a training in the chosen mode on the chosen back end, and goes on with it from where it was', async () => {
    const { page } = app;
    await press(page, 'g', 't');
    await page.getByTestId('epochs').fill('4000');
    await press(page, 'Enter');
    await page.getByTestId('mode').click();
    await page.getByRole('option', { name: 'CRF (sequence)' }).click();
    await page.getByTestId('backend').click();
    await page.getByRole('option', { name: 'WebAssembly' }).click();
    await page.getByTestId('train.start').dblclick();
    const epochs = async () => Number(await page.getByTestId('run-detail').getAttribute('data-epochs'));
    await expect.poll(epochs, { timeout: 120_000 }).toBeGreaterThan(2);
    await page.getByTestId('train.cancel').click();
    await runDetail('cancelled').waitFor({ timeout: 60_000 });
    const before = await epochs();
    expect(await page.getByTestId('resume-backend').innerText()).toBe('On wasm, as before');
    await page.getByTestId('train.resume').click();
    await runDetail('running').waitFor({ timeout: 60_000 });
    await expect.poll(epochs, { timeout: 120_000 }).toBeGreaterThan(before);
    await page.getByTestId('train.cancel').click();
    await runDetail('cancelled').waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('run-row').count()).toBe(1);
    const configuration = await page.getByRole('region', { name: 'Configuration' }).innerText();
    expect(configuration).toMatch(/Mode\s+crf/i);
    expect(configuration).toMatch(/Back end\s+wasm/i);
  });

  it('gives a run another name by F2, takes it back on Escape, and keeps it', async () => {
    const { page } = app;
    const name = await page.getByTestId('run-name').innerText();
    await press(page, 'F2');
    await page.keyboard.type('not this one');
    await press(page, 'Escape');
    expect(await page.getByTestId('run-name').innerText()).toBe(name);
    await page.getByTestId('run-name').dblclick();
    await page.keyboard.type('  With note types ');
    await press(page, 'Enter');
    await page.getByTestId('run-row').filter({ hasText: 'With note types' }).waitFor();
    await page.reload();
    await page.getByTestId('run-name').waitFor();
    expect(await page.getByTestId('run-name').innerText()).toBe('With note types');
  });

  it('met no error on the way', () => {
    expect(app.complaints).toEqual([]);
  });
});
