import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './support/launch-browser.ts';
import { startTestHost, type TestHost } from './support/test-host.ts';

let browser: Browser;
let host: TestHost;
let context: BrowserContext;
let page: Page;
/** What the browser's console held against the page: errors of scripts, and what the policy forbade. */
let complaints: string[];
beforeAll(async () => (browser = await launchBrowser()));
afterAll(() => browser?.close());
beforeEach(async () => {
  host = await startTestHost();
  context = await browser.newContext();
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
});
afterEach(async () => {
  await context.close();
  await host.stop();
});

const opened = () => page.getByText('Open the sample project').waitFor();

describe('the app in a browser', () => {
  it('opens with the address of the terminal, and reloads without it', async () => {
    await page.goto(host.url);
    await opened();
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await opened();
  });

  it('has what threads need, and lives by its own strict policy on every screen', async () => {
    await page.goto(host.url);
    await opened();
    expect(await page.evaluate(() => crossOriginIsolated && typeof SharedArrayBuffer === 'function')).toBe(true);
    await page.getByText('Open the sample project').click();
    for (const screen of ['Label', 'Train', 'Import', 'Projects']) {
      await page.getByRole('button', { name: screen }).or(page.getByRole('link', { name: screen })).first().click();
      await page.waitForTimeout(300);
    }
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(300);
    expect(complaints).toEqual([]);
  });

  it('opens in a second browser with a fresh address only', async () => {
    await page.goto(host.url);
    const other = await browser.newContext();
    const second = await other.newPage();
    expect((await second.goto(host.url))!.status()).toBe(401);
    expect((await second.goto(await host.freshUrl()))!.status()).toBe(200);
    await second.getByText('Open the sample project').waitFor();
    await other.close();
  });

  it('cannot be framed or read by a page of another origin', async () => {
    await page.goto(host.url);
    await opened();
    const port = new URL(host.url).port;
    const foreign = await context.newPage();
    await foreign.goto(`http://localhost:${port}/?token=none`);
    expect(await foreign.evaluate((target) => fetch(target).then(() => 'read', () => 'refused'), `http://127.0.0.1:${port}/`)).toBe('refused');
    const connected = await foreign.evaluate((target) => new Promise<string>((resolve) => {
      const socket = new WebSocket(target);
      socket.addEventListener('open', () => resolve('connected'));
      socket.addEventListener('error', () => resolve('refused'));
    }), `ws://127.0.0.1:${port}/core`);
    expect(connected).toBe('refused');
  });
});
