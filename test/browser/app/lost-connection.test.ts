import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';
import { openApp, press, shownSpans, waitUntilSaved, type AppPage } from './app-page.ts';

/** A wire to the core that can be cut and mended. */
function makeWire() {
  let isCut = false;
  let current: WebSocketRoute | undefined;
  return {
    install: (page: Page) =>
      page.routeWebSocket(/\/core$/, (socket) => {
        if (isCut) return socket.close();
        socket.connectToServer();
        current = socket;
      }),
    cut: async () => {
      isCut = true;
      await current?.close();
    },
    mend: () => {
      isCut = false;
    },
  };
}

describe('a lost connection', () => {
  let host: TestHost;
  let browser: Browser;
  let app: AppPage;
  const wire = makeWire();

  beforeAll(async () => {
    host = await startTestHost();
    browser = await launchBrowser();
    app = await openApp(browser, host.url, wire.install);
    await app.page.getByTestId('open-sample').click();
    await app.page.getByTestId('window-state').waitFor();
    await app.page.locator('[data-testid=chart][data-loaded-bars]').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  it('is told, and edits made meanwhile are shown as waiting', async () => {
    const { page } = app;
    await wire.cut();
    await page.getByTestId('connection-lost').waitFor();
    await press(page, 'Home', 'ArrowRight', 'Space', 'Shift+ArrowRight', '5');
    expect(await page.getByTestId('span-row').getAttribute('data-saving')).toBe('true');
    expect(await page.getByTestId('saved-state').innerText()).toMatch(/1 edit waiting to be saved/);
  });

  it('keeps them over a reload of the page, and stores them once when the core is back', async () => {
    const { page } = app;
    page.on('dialog', (dialog) => void dialog.accept());
    const before = await shownSpans(page);
    wire.mend();
    await page.reload();
    await waitUntilSaved(page);
    await expect.poll(() => shownSpans(page)).toEqual(before);
    await press(page, 'Control+z');
    await expect.poll(() => shownSpans(page)).toEqual([]);
  });
});
