import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

const MEGABYTE = 1024 * 1024;

/** In MB, after the garbage has been collected. */
export interface RendererMemory {
  readonly heap: number;
  /** Resident memory of the renderer's process, the browser's own code in it included; null: only Linux tells. */
  readonly resident: number | null;
}

/** Of the only page of a browser. */
export async function rendererMemory(browser: Browser, page: Page): Promise<RendererMemory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { heap: usedSize / MEGABYTE, resident: await residentOf(browser) };
}

async function residentOf(browser: Browser): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024);
  return sizes.length === 0 ? null : Math.max(...sizes);
}
