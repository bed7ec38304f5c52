import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/launch-browser.ts';
import { servePage, type ServedPage } from '../support/serve-page.ts';
import { computeTask } from './compute-task.ts';

let served: ServedPage;
let browser: Browser;

beforeAll(async () => {
  served = await servePage(join(import.meta.dirname, 'page'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

it('compute in a bundled worker of a page that is not isolated, as they do in Node', async () => {
  const page = await browser.newPage();
  await page.goto(served.url);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(false);
  const inBrowser = await page.evaluate(() => window.kernelResult);
  expect(inBrowser).toEqual(computeTask());
});
