import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build, preview, type InlineConfig } from 'vite';
import react from '@vitejs/plugin-react';

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Bundles the test page as the app is bundled and serves it on 127.0.0.1. */
export async function servePage(): Promise<PageServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'expanse-chart-page-'));
  const root = fileURLToPath(new URL('page', import.meta.url));
  const shared: InlineConfig = { root, base: './', configFile: false, logLevel: 'error', plugins: [react()] };
  await build({ ...shared, build: { outDir, emptyOutDir: true, minify: false, modulePreload: { polyfill: false } } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const { port } = server.httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

export interface OpenOptions {
  readonly theme?: 'dark' | 'light';
  readonly ownWindow?: boolean;
  readonly bars?: number;
  readonly levels?: number;
  readonly delay?: number;
  readonly fails?: boolean;
  /** Prices are multiples of it; absent: any. */
  readonly tick?: number;
}

/** The chart as its tests see it: geometry in, state out. */
export class ChartPage {
  readonly page: Page;
  readonly #context: BrowserContext;
  /** Whatever the page reported as wrong, violations of its content security policy included. */
  readonly problems: string[];

  private constructor(context: BrowserContext, page: Page, problems: string[]) {
    this.#context = context;
    this.page = page;
    this.problems = problems;
  }

  /** `ownWindow`: with the browser's own window and device pixels, which an emulated viewport does not have. */
  static async open(browser: Browser, url: string, { ownWindow = false, ...options }: OpenOptions = {}): Promise<ChartPage> {
    const context = await browser.newContext({ viewport: ownWindow ? null : { width: 1280, height: 720 }, hasTouch: true });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    const query = new URLSearchParams(Object.entries(options).map(([name, value]) => [name, String(value)]));
    await page.goto(`${url}?${query.toString()}`);
    await page.waitForFunction(() => (window.testPage?.handle ?? null) !== null || document.querySelector('[role=alert]') !== null);
    return new ChartPage(context, page, problems);
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  /** Attributes of the chart root. */
  async attributes(): Promise<{ readonly loadedBars: number; readonly level: number; readonly from: number; readonly to: number }> {
    const data = await this.page.getByTestId('chart').evaluate((element) => ({ ...(element as HTMLElement).dataset }));
    return { loadedBars: Number(data['loadedBars']), level: Number(data['level']), from: Number(data['from']), to: Number(data['to']) };
  }

  /** Shows bars [from, to] of level 0, by index. */
  async showBars(from: number, to: number, margin = 10): Promise<void> {
    await this.page.evaluate(
      async ([start, end, room]) => {
        const { handle, times } = window.testPage;
        await handle?.showRange(times[start] as never, times[end] as never, room);
      },
      [from, to, margin],
    );
    await this.settle();
  }

  /** Middle of a bar in CSS pixels of the page. */
  async xOfBar(index: number): Promise<number> {
    const x = await this.page.evaluate((bar) => window.testPage.handle?.xOfTime(window.testPage.times[bar] as never), index);
    if (x === null || x === undefined) throw new Error(`Bar ${index} is not among the loaded bars.`);
    return x;
  }

  /** Index of the bar that opens at a time. */
  indexOf(time: number): Promise<number> {
    return this.page.evaluate((at) => window.testPage.times.indexOf(at), time);
  }

  spans(): Promise<{ readonly id: string; readonly from: number; readonly to: number }[]> {
    return this.page.evaluate(() => {
      const { state, times } = window.testPage;
      return state.spans.map((span) => ({ id: String(span.id), from: times.indexOf(span.startTime), to: times.indexOf(span.endTime) }));
    });
  }

  /** Presses at x, moves in steps, and lets go unless told to hold on. */
  async drag(fromX: number, toX: number, options: { readonly y?: number; readonly hold?: boolean } = {}): Promise<void> {
    const { y = 300, hold = false } = options;
    const { mouse } = this.page;
    await mouse.move(fromX, y);
    await mouse.down();
    await mouse.move((fromX + toX) / 2, y, { steps: 4 });
    await mouse.move(toX, y, { steps: 4 });
    if (!hold) await mouse.up();
    await this.settle();
  }

  /** Waits until three frames were drawn: a view is applied with the first, told with the second. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))),
    );
  }
}
