import { join } from 'node:path';
import type { Plugin } from 'vite';
import { launchWebGpuBrowser } from '../support/launch-webgpu-browser.ts';
import { servePage } from '../support/serve-page.ts';
import { goldenBytes } from '../../unit/engine/goldens.ts';
import type { tasks } from './page/tasks.ts';

type Tasks = typeof tasks;

export interface WebGpuPage {
  /** Has the page's worker do a task. Rejects with what it says went wrong. */
  ask<Name extends keyof Tasks>(task: Name, ...parameters: Parameters<Tasks[Name]>): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  /** What the page and its worker said to the console so far, and errors that nobody caught. */
  readonly messages: readonly string[];
  close(): Promise<void>;
}

/** A page whose worker computes on WebGPU. `launch`: of another browser than one with a software adapter. */
export async function openWebGpuPage(launch = launchWebGpuBrowser): Promise<WebGpuPage> {
  const served = await servePage(join(import.meta.dirname, 'page'), [servesGoldens]);
  const browser = await launch();
  const page = await browser.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  await page.goto(served.url);
  return {
    messages,
    ask: (task, ...[parameters]) => page.evaluate(([name, values]) => window.ask(name as string, values), [task, parameters]) as never,
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

const servesGoldens: Plugin = {
  name: 'goldens',
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use('/goldens/', (request, response) => response.end(goldenBytes(request.url!.slice(1))));
  },
};
