import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, preview, type InlineConfig, type PreviewServer } from 'vite';
import { launchBrowser } from '../support/launch-browser.ts';
import { computeTask } from './compute-task.ts';

let outDir: string;
let server: PreviewServer;
let browser: Browser;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'expanse-kernels-page-'));
  const shared: InlineConfig = { root: join(import.meta.dirname, 'page'), base: './', configFile: false, logLevel: 'error', worker: { format: 'es' } };
  await build({ ...shared, build: { outDir, emptyOutDir: true } });
  server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(outDir, { recursive: true, force: true });
});

it('compute in a bundled worker of a page that is not isolated, as they do in Node', async () => {
  const page = await browser.newPage();
  const { port } = server.httpServer.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(false);
  const inBrowser = await page.evaluate(() => window.kernelResult);
  expect(inBrowser).toEqual(computeTask());
});
