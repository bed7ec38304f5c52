import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeMessage, encodeMessage } from '../../../src/shared/transport/codec.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, waitUntilSaved, type AppPage } from './app-page.ts';

const FULL = { kind: 'project', message: 'The project file cannot grow: the disk is full.', nextStep: 'Free some space.' };

/** A core that cannot write labels while its disk is full, as far as the page can tell. */
function makeDisk() {
  let isFull = false;
  return {
    install: (page: Page) =>
      page.routeWebSocket(/\/core$/, (socket) => {
        const server = socket.connectToServer();
        socket.onMessage((frame) => {
          const { m, i } = decodeMessage(frame as Buffer) as { readonly m?: string; readonly i?: string };
          if (isFull && m === 'editLabels') socket.send(Buffer.from(encodeMessage({ t: 's', i, r: { ok: false, error: FULL } })));
          else server.send(frame);
        });
      }),
    fill: () => void (isFull = true),
    free: () => void (isFull = false),
  };
}

describe('a disk that is full', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;
  const disk = makeDisk();

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url, disk.install);
    await app.page.getByTestId('open-sample').click();
    await app.page.getByTestId('guide-close').click();
    await app.page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
    await app.page.locator('[data-keyboard-home]').focus();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const state = () => app.page.getByTestId('saved-state');

  it('is told at once, and what could not be stored stays as it was drawn', async () => {
    const { page } = app;
    disk.fill();
    await press(page, 'Home', 'ArrowRight', 'Space', 'Shift+ArrowRight', 'Space');
    await page.getByTestId('toast').getByText('could not be stored and waits: The project file cannot grow').waitFor();
    await expect.poll(() => state().innerText()).toMatch(/1 edit not stored/);
    expect(await shownSpans(page)).toHaveLength(1);
  });

  it('lets one go on, and stores all in order once there is room', async () => {
    const { page } = app;
    await press(page, '4');
    await expect.poll(() => state().innerText()).toMatch(/2 edits not stored/);
    const before = await shownSpans(page);
    expect(before.map(({ confidence }) => confidence)).toEqual([0.8]);
    await page.getByTestId('store-again').press('Enter');
    await expect.poll(() => state().getAttribute('data-state')).toBe('unwritten');
    disk.free();
    await page.getByTestId('store-again').press('Enter');
    await waitUntilSaved(page);
    expect(await shownSpans(page)).toEqual(before);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect.poll(() => shownSpans(page)).toEqual(before);
    expect(app.complaints).toEqual([]);
  });
});
